using TaskList.Contracts;
using TaskList.Contracts.Auth;
using TaskList.Contracts.Users;
using Xunit;

namespace TaskList.Grains.Tests.Auth;

public sealed class SignInFacts(PeopleCluster people) : IClassFixture<PeopleCluster>
{
    [Fact]
    public async Task RegisteredUserSignsInUnderAnySpellingOfTheAddress()
    {
        var email = PeopleCluster.NewEmail();
        var registered = await people.Register(email);
        await people.ForgetActivations();

        var signedIn = await people.Auth.SignIn($"  {email.ToUpperInvariant()} ", PeopleCluster.Password, "home");

        Assert.True(signedIn.Ok);
        Assert.Equal(registered.User.UserId, signedIn.Value.User.UserId);
        Assert.Equal((email, "Ada"), (signedIn.Value.User.Email, signedIn.Value.User.DisplayName));
        Assert.NotEqual(registered.SessionId, signedIn.Value.SessionId);
    }

    [Fact]
    public async Task OfTwoRegistrationsOfOneAddressOneWins()
    {
        var email = PeopleCluster.NewEmail();
        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ =>
            people.Auth.Register(new Registration(email, PeopleCluster.Password, "Ada", "en", "UTC"))));

        Assert.Single(results, result => result.Ok);
        Assert.All(results.Where(result => !result.Ok), result => Assert.Equal(Codes.EmailTaken, result.Refusal!.Code));
    }

    [Fact]
    public async Task WrongPasswordAndUnknownAddressLookAlike()
    {
        var email = PeopleCluster.NewEmail();
        await people.Register(email);

        var wrong = await people.Auth.SignIn(email, "wrong horse battery", "cafe");
        var unknown = await people.Auth.SignIn(PeopleCluster.NewEmail(), PeopleCluster.Password, "cafe");
        var malformed = await people.Auth.SignIn("nobody", PeopleCluster.Password, "cafe");

        var empty = await people.Auth.SignIn(email, "", "cafe");
        var endless = await people.Auth.SignIn(email, new string('x', 100_000), "cafe");

        Assert.All([wrong, unknown, malformed, empty, endless], result => Assert.Equal(Codes.InvalidCredentials, result.Refusal?.Code));
    }

    [Fact]
    public async Task GuesserIsSlowedTheOwnerIsNot()
    {
        var email = PeopleCluster.NewEmail();
        await people.Register(email);
        for (var i = 0; i < 5; i++) await people.Auth.SignIn(email, "wrong horse battery", "cafe");
        await people.ForgetActivations();

        var guess = await people.Auth.SignIn(email, PeopleCluster.Password, "cafe");
        Assert.Equal((Codes.RateLimited, true), (guess.Refusal?.Code, guess.Refusal?.RetryAfterMs > 0));
        Assert.True((await people.Auth.SignIn(email, PeopleCluster.Password, "home")).Ok);
    }

    [Theory]
    [InlineData("ada", "Ada", "en", "UTC", Codes.InvalidEmail)]
    [InlineData("ada@example.org", " ", "en", "UTC", Codes.Blank)]
    [InlineData("ada@example.org", "Ada\u0000", "en", "UTC", Codes.InvalidField)]
    [InlineData("ada@example.org", "Ada", "tlh", "UTC", Codes.InvalidField)]
    [InlineData("ada@example.org", "Ada", "en", "Europe/ Moscow", Codes.InvalidField)]
    public async Task BadRegistrationIsRefused(string email, string name, string language, string zone, string code) =>
        Assert.Equal(code, (await people.Auth.Register(new Registration(email, PeopleCluster.Password, name, language, zone))).Refusal?.Code);

    [Fact]
    public async Task DatabaseHoldsNeitherAddressNorPasswordNorToken()
    {
        var email = PeopleCluster.NewEmail();
        var signedIn = await people.Register(email);

        await using var select = people.Postgres.CreateCommand("SELECT convert_from(payload, 'UTF8') FROM grain_state");
        await using var rows = await select.ExecuteReaderAsync();
        var stored = "";
        while (await rows.ReadAsync()) stored += rows.GetString(0);
        Assert.Contains(signedIn.User.UserId.ToString(), stored, StringComparison.Ordinal);
        Assert.DoesNotContain(email.Split('@')[0], stored, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(PeopleCluster.Password, stored, StringComparison.Ordinal);
        Assert.DoesNotContain(signedIn.RefreshSecret, stored, StringComparison.Ordinal);
    }

    /// <summary>Orleans writes slow and lost calls into its log; that text must not show what a call carries.</summary>
    [Fact]
    public async Task CallsDoNotShowWhatTheyCarry()
    {
        var email = PeopleCluster.NewEmail();
        var signedIn = await people.Register(email);
        await people.Auth.SignIn(email, PeopleCluster.Password, "source-of-ada");
        await people.User(signedIn.User.UserId).Update(new ProfilePatch("Lovelace"));
        var session = people.Grains.GetGrain<ISessionGrain>(signedIn.SessionId);
        await session.Refresh(signedIn.RefreshSecret);
        await session.End(signedIn.RefreshSecret);

        var texts = people.Texts.All.ToArray();
        Assert.Contains(texts, text => text.Contains("SignIn", StringComparison.Ordinal));
        string[] secrets = [email.Split('@')[0], PeopleCluster.Password, signedIn.RefreshSecret, "source-of-ada", "Lovelace"];
        Assert.All(texts, text => Assert.DoesNotContain(secrets, secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }
}
