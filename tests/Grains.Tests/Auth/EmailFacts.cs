using System.Security.Cryptography;
using TaskList.Grains.Auth;
using Xunit;

namespace TaskList.Grains.Tests.Auth;

public sealed class EmailFacts
{
    static readonly AuthKeys Keys = new(RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32), RandomNumberGenerator.GetBytes(32));

    [Theory]
    [InlineData(" Ada@Example.ORG ", "ada@example.org")]
    [InlineData("Жанна@пример.рф", "жанна@пример.рф")]
    [InlineData("e\u0301@x", "é@x")]
    public void AddressHasOneForm(string typed, string form)
    {
        Assert.True(EmailAddress.TryParse(typed, out var address));
        Assert.Equal(form, address.Value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("ada")]
    [InlineData("@example.org")]
    [InlineData("ada@")]
    [InlineData("ada@x@y")]
    [InlineData("a da@example.org")]
    [InlineData("ada\u0000@example.org")]
    [InlineData("ada\n@example.org")]
    public void WhatIsNoAddressIsTurnedAway(string typed) => Assert.False(EmailAddress.TryParse(typed, out _));

    /// <summary>Apart, because attributes cannot hold such a text.</summary>
    [Fact]
    public void HalfACharacterIsNoAddress() => Assert.False(EmailAddress.TryParse("ada" + '\ud800' + "@example.org", out _));

    [Fact]
    public void AddressHasALongestLength()
    {
        Assert.True(EmailAddress.TryParse(new string('a', 252) + "@x", out _));
        Assert.False(EmailAddress.TryParse(new string('a', 253) + "@x", out _));
    }

    [Fact]
    public void AddressDoesNotShowInLogs()
    {
        Assert.True(EmailAddress.TryParse("ada@example.org", out var address));
        Assert.DoesNotContain("ada", $"{address}", StringComparison.Ordinal);
    }

    [Fact]
    public void IndexIsTheSameForTheSameAddressAndKeyOnly()
    {
        Assert.True(EmailAddress.TryParse("ada@example.org", out var ada));
        Assert.True(EmailAddress.TryParse("bob@example.org", out var bob));
        var index = new EmailIndex(Keys);

        Assert.Equal(index.LoginKey(ada), new EmailIndex(Keys).LoginKey(ada));
        Assert.NotEqual(index.LoginKey(ada), index.LoginKey(bob));
        Assert.NotEqual(index.LoginKey(ada), new EmailIndex(Keys with { EmailIndex = new byte[32] }).LoginKey(ada));
    }

    [Fact]
    public void StoredAddressOpensForItsUserOnly()
    {
        var cipher = new EmailCipher(Keys);
        var (ada, bob) = (Guid.NewGuid(), Guid.NewGuid());
        var stored = cipher.Encrypt(ada, "ada@example.org");

        Assert.Equal("ada@example.org", cipher.Decrypt(ada, stored));
        Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(bob, stored));
        Assert.ThrowsAny<CryptographicException>(() => new EmailCipher(Keys with { Email = new byte[32] }).Decrypt(ada, stored));
    }

    [Fact]
    public void StoredAddressIsNeverTwiceTheSame()
    {
        var cipher = new EmailCipher(Keys);
        var ada = Guid.NewGuid();

        Assert.NotEqual(cipher.Encrypt(ada, "ada@example.org"), cipher.Encrypt(ada, "ada@example.org"));
    }

    [Fact]
    public void ChangedByteIsNoticed()
    {
        var cipher = new EmailCipher(Keys);
        var ada = Guid.NewGuid();
        var parts = cipher.Encrypt(ada, "ada@example.org").Split('.');
        var box = Convert.FromBase64String(parts[1]);
        box[^1] ^= 1;

        Assert.ThrowsAny<CryptographicException>(() => cipher.Decrypt(ada, $"{parts[0]}.{Convert.ToBase64String(box)}"));
    }
}
