using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace TaskList.Deployment.Tests;

/// <summary>The kubectl of this machine, where it has one that builds what is in k8s. Debian 12 packages 1.20, whose kustomize knows neither components nor patches with targets.</summary>
static partial class Kubectl
{
    static readonly Version Oldest = new(1, 24);

    static readonly string? Found = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, "kubectl"))
        .FirstOrDefault(File.Exists);

    static readonly ConcurrentDictionary<string, Lazy<Task<string>>> Built = new();

    static readonly Lazy<Task<string?>> Lack = new(async () => Found is null
        ? "kubectl is not installed"
        : Shortcoming((await RunAsync(["version", "--client", "-o", "json"])).Output));

    /// <summary>What a folder's kustomization makes; the test is skipped where nothing can make it.</summary>
    public static async Task<string> BuildAsync(string folder)
    {
        if (await Lack.Value is { } lack) Assert.Skip($"{lack}: only the plain files of k8s are tested.");
        // Many tests look at the same few folders.
        return await Built.GetOrAdd(folder, one => new(() => KustomizeAsync(one))).Value;
    }

    static async Task<string> KustomizeAsync(string folder)
    {
        var (code, output, errors) = await RunAsync(["kustomize", folder]);
        return code == 0 ? output : throw new InvalidOperationException($"kustomize does not build {folder}: {errors}");
    }

    /// <summary>Null when the program that says this of itself will do.</summary>
    public static string? Shortcoming(string versionAsJson) => GitVersion().Match(versionAsJson) is not { Success: true } match
        ? "kubectl does not say its version"
        : Version.Parse(match.Groups[1].Value) is var version && version < Oldest ? $"kubectl is {version}, older than {Oldest}" : null;

    static async Task<(int Code, string Output, string Errors)> RunAsync(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Found!, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, output, await errors);
    }

    [GeneratedRegex(@"""gitVersion"": *""v(\d+\.\d+)")]
    private static partial Regex GitVersion();
}
