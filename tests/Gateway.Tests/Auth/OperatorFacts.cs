using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using TaskList.Contracts;
using TaskList.Contracts.Auth;
using TaskList.Contracts.Users;
using TaskList.Gateway.Auth;
using TaskList.LocalServices;
using Xunit;

namespace TaskList.Gateway.Tests.Auth;

/// <summary>The operators' cookie, its keys on a real Postgres.</summary>
public sealed class OperatorFacts : IAsyncLifetime
{
    readonly Guid _operator = Guid.NewGuid();
    readonly string _secrets = Directory.CreateTempSubdirectory("tasklist-secrets-").FullName;
    EmbeddedPostgres _postgres = null!;

    public async ValueTask InitializeAsync() => _postgres = await EmbeddedPostgres.StartTemporaryAsync();

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await _postgres.DisposeAsync();
        Directory.Delete(_secrets, recursive: true);
    }

    [Fact]
    public async Task CookieOfOneGatewayIsGoodAtAnotherAndItsKeysAreNotReadable()
    {
        await using var first = await Start(_operator);
        await using var second = await Start(_operator);

        var cookie = await SignIn(first, _operator);

        Assert.True(await MayEnter(first, cookie));
        Assert.True(await MayEnter(second, cookie));
        Assert.False(await MayEnter(second, null));
        Assert.False(await MayEnter(second, cookie![..^8]));
        await using var source = NpgsqlDataSource.Create(_postgres.ConnectionString);
        var keys = (string)(await source.CreateCommand("SELECT string_agg(xml, '') FROM data_protection_key").ExecuteScalarAsync())!;
        Assert.Contains("encryptedSecret", keys, StringComparison.Ordinal);
        Assert.DoesNotContain("masterKey", keys, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SignInIsForOperatorsOnlyAndCookieEndsWithTheOffice()
    {
        await using var before = await Start(_operator);
        Assert.Null(await SignIn(before, Guid.NewGuid(), HttpStatusCode.Forbidden));
        var cookie = await SignIn(before, _operator);

        await using var after = await Start(Guid.NewGuid());
        Assert.False(await MayEnter(after, cookie));
    }

    [Fact]
    public async Task WrongPasswordGetsThePageAgain()
    {
        await using var gateway = await Start(_operator);
        gateway.Cluster.Answer<IAuthGrain>((_, _) => Task.FromResult<Result<SignedIn>>(new Refusal(Codes.InvalidCredentials)));

        using var answer = await gateway.Http.PostAsync("/ops/sign-in", Form);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("role=\"alert\"", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    static FormUrlEncodedContent Form => new([new("email", "ada@example.org"), new("password", "correct horse")]);

    Task<TestGateway> Start(Guid operators) => TestGateway.Start(
        ("ConnectionStrings:Postgres", _postgres.ConnectionString), ("Secrets:Directory", _secrets), ("Operators", operators.ToString()));

    static async Task<string?> SignIn(TestGateway gateway, Guid userId, HttpStatusCode expected = HttpStatusCode.Redirect)
    {
        var user = new UserProfile(userId, "ada@example.org", "Ada", "en", "UTC");
        gateway.Cluster.Answer<IAuthGrain>((_, _) => Task.FromResult<Result<SignedIn>>(new SignedIn(user, Guid.NewGuid(), "secret", DateTime.UtcNow.AddDays(1))));
        gateway.Cluster.Answer<ISessionGrain>((name, _) => name == "Close" ? Task.CompletedTask : throw new InvalidOperationException(name));

        using var answer = await gateway.Http.PostAsync("/ops/sign-in", Form);
        Assert.Equal(expected, answer.StatusCode);
        return answer.Header("Set-Cookie")?.Split(';')[0];
    }

    /// <summary>Asks the policy as the dashboard's endpoints do.</summary>
    static async Task<bool> MayEnter(TestGateway gateway, string? cookie)
    {
        await using var scope = gateway.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        if (cookie is not null) context.Request.Headers.Cookie = cookie;
        var policy = await scope.ServiceProvider.GetRequiredService<IAuthorizationPolicyProvider>().GetPolicyAsync(Operators.Policy);
        var evaluator = scope.ServiceProvider.GetRequiredService<Microsoft.AspNetCore.Authorization.Policy.IPolicyEvaluator>();
        var who = await evaluator.AuthenticateAsync(policy!, context);
        return (await evaluator.AuthorizeAsync(policy!, who, context, null)).Succeeded;
    }
}
