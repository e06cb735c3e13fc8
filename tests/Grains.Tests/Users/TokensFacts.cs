using System.Security.Cryptography;
using TaskList.Contracts;
using TaskList.Contracts.Users;
using Xunit;

namespace TaskList.Grains.Tests.Users;

public sealed class TokensFacts(PeopleCluster people) : IClassFixture<PeopleCluster>
{
    readonly Guid _user = Guid.NewGuid();
    readonly byte[] _secret = RandomNumberGenerator.GetBytes(32);

    ITokensGrain Mine => people.Grains.GetGrain<ITokensGrain>(_user);

    DateTime Now => people.Time.GetUtcNow().UtcDateTime;

    [Fact]
    public async Task ATokenIsKnownByItsSecretAndOutlivesMemory()
    {
        var made = await Make("Script");
        Assert.Null(made.LastUsedAt);
        await people.ForgetActivations();

        Assert.Equal(ApiScope.Read, (await Mine.Check(made.TokenId, _secret))?.Scope);
        Assert.Null(await Mine.Check(made.TokenId, RandomNumberGenerator.GetBytes(32)));
        Assert.Null(await Mine.Check(Guid.NewGuid(), _secret));
        Assert.Null(await people.Grains.GetGrain<ITokensGrain>(Guid.NewGuid()).Check(made.TokenId, _secret));
        await people.ForgetActivations();
        Assert.InRange(Assert.Single(await Mine.All()).LastUsedAt!.Value, made.CreatedAt, Now);
    }

    [Fact]
    public async Task ARevokedTokenIsGoneAndItsConnectionsEnd()
    {
        var made = await Make("Script");
        var before = DateTime.UtcNow.AddMinutes(-1);
        Assert.True((await Mine.Revoke(made.TokenId)).Ok);

        Assert.Null(await Mine.Check(made.TokenId, _secret));
        Assert.Empty(await Mine.All());
        Assert.Contains(made.TokenId, await people.Auth.EndedSessions(before));
        Assert.Equal(Codes.TokenNotFound, (await Mine.Revoke(made.TokenId)).Refusal?.Code);
    }

    [Fact]
    public async Task AnExpiredTokenOpensNothing()
    {
        var made = await Make("Short", Now.AddMinutes(1));
        Assert.NotNull(await Mine.Check(made.TokenId, _secret));
        people.Time.PutForward(TimeSpan.FromMinutes(2));
        Assert.Null(await Mine.Check(made.TokenId, _secret));
        Assert.Single(await Mine.All());
    }

    [Theory]
    [InlineData(" ", 1, Codes.Blank)]
    [InlineData("a\nb", 1, Codes.InvalidField)]
    [InlineData("Late", -1, Codes.InvalidField)]
    [InlineData("Long", 400, Codes.InvalidField)]
    public async Task WhatATokenCannotBeIsRefused(string name, int days, string code) =>
        Assert.Equal(code, (await Mine.Create(New(name, Now.AddDays(days)))).Refusal?.Code);

    [Fact]
    public async Task ThereIsABoundOnTokensAndLongExpiredOnesDoNotCount()
    {
        for (var i = 0; i < 50; i++) await Make($"{i}", Now.AddDays(1));
        Assert.Equal(Codes.LimitReached, (await Mine.Create(New("One more", Now.AddDays(1)))).Refusal?.Code);
        people.Time.PutForward(TimeSpan.FromDays(32));
        Assert.True((await Mine.Create(New("One more", Now.AddDays(1)))).Ok);
        Assert.Single(await Mine.All());
    }

    [Fact]
    public async Task NeitherNameNorSecretStandsInTheTextOfACall()
    {
        var made = await Make("A name that nobody else has");
        await Mine.Check(made.TokenId, _secret);
        Assert.DoesNotContain(people.Texts.All, text => text.Contains("nobody else has", StringComparison.Ordinal));
    }

    async Task<ApiToken> Make(string name, DateTime? expiresAt = null)
    {
        var made = await Mine.Create(New(name, expiresAt ?? Now.AddDays(30)));
        return made.Value ?? throw new InvalidOperationException(made.Refusal!.Code);
    }

    NewApiToken New(string name, DateTime expiresAt) => new(Guid.CreateVersion7(), _secret, name, ApiScope.Read, expiresAt);
}
