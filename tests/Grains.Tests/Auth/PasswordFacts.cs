using TaskList.Contracts;
using TaskList.Grains.Auth;
using Xunit;

namespace TaskList.Grains.Tests.Auth;

public sealed class PasswordFacts
{
    [Fact]
    public void HashFitsItsPasswordOnly()
    {
        var hash = PasswordHash.Make("correct horse battery");

        Assert.StartsWith("$argon2id$v=19$m=19456,t=2,p=1$", hash, StringComparison.Ordinal);
        Assert.True(PasswordHash.Fits("correct horse battery", hash));
        Assert.False(PasswordHash.Fits("correct horse batterY", hash));
        Assert.NotEqual(hash, PasswordHash.Make("correct horse battery"));
    }

    /// <summary>A vector from the tests of the reference implementation: "password", salt "somesalt".</summary>
    [Fact]
    public void HashOfAnotherArgonFits() => Assert.True(PasswordHash.Fits("password", ReferenceHash));

    const string ReferenceHash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

    [Fact]
    public void NobodysHashFitsNothing() => Assert.False(PasswordHash.Fits("?", PasswordHash.OfNobody));

    [Theory]
    [InlineData("short")]
    [InlineData("123456789")]
    [InlineData("1234567890")]
    [InlineData("Password123")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("ada.lovelace@example.org")]
    [InlineData("Ada Lovelace of London")]
    public void WeakPasswordIsRefused(string password) =>
        Assert.Equal(Codes.WeakPassword, PasswordRules.Check(password, Address, "ada lovelace of london")?.Code);

    [Theory]
    [InlineData("correct horse battery")]
    [InlineData("длинный пароль")]
    [InlineData("  spaces count  ")]
    [InlineData("🐎🐎🐎🐎🔋")]
    public void LongPasswordIsTakenWhateverItIsMadeOf(string password) => Assert.Null(PasswordRules.Check(password, Address, "Ada"));

    [Fact]
    public void PasswordHasALongestLength()
    {
        var longest = string.Concat(Enumerable.Repeat("abcdefgh", 16));

        Assert.Null(PasswordRules.Check(longest, Address, "Ada"));
        Assert.NotNull(PasswordRules.Check(longest + "x", Address, "Ada"));
    }

    static EmailAddress Address => EmailAddress.TryParse("ada.lovelace@example.org", out var address) ? address : throw new InvalidOperationException();
}
