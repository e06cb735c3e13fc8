using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using TaskList.Contracts;
using TaskList.Contracts.Lists;
using TaskList.Contracts.Webhooks;
using TaskList.Grains.Auth;
using TaskList.Grains.Lists;
using TaskList.Grains.Webhooks;
using Xunit;

namespace TaskList.Grains.Tests.Webhooks;

/// <summary>A list, somebody's server, and the pump's work done by hand.</summary>
sealed class WebhookWorld : IDisposable
{
    static readonly AuthKeys Keys = new(new byte[32], new byte[32], new byte[32]);

    readonly PeopleCluster _people;
    readonly ServiceProvider _meters = new ServiceCollection().AddMetrics().BuildServiceProvider();
    readonly WebhookRun _run;
    readonly WebhookSender _sender;
    readonly WebhookTable _table;

    public WebhookWorld(PeopleCluster people)
    {
        _people = people;
        var options = Options.Create(Settings);
        var secrets = new WebhookSecrets(Keys);
        _table = new WebhookTable(people.Postgres, secrets);
        Queue = new WebhookQueue(people.Postgres);
        _sender = new WebhookSender(options, people.Time);
        _run = new WebhookRun(
            people.Grains, new ListLog(people.Postgres), Queue, _sender, secrets, new WebhookMetrics(_meters.GetRequiredService<IMeterFactory>()), options, people.Time,
            NullLogger<WebhookRun>.Instance);
    }

    public WebhookSettings Settings { get; } = new() { AllowPrivateAddresses = true, Tries = 3 };

    public WebhookReceiver Receiver { get; } = new();

    public WebhookQueue Queue { get; }

    public Guid Owner { get; } = Guid.NewGuid();

    public Guid ListId { get; } = Guid.NewGuid();

    public IListGrain List => _people.Grains.GetGrain<IListGrain>(ListId);

    DateTime Now => _people.Time.GetUtcNow().UtcDateTime;

    /// <summary>A list with a section and a webhook that follows it from here.</summary>
    public async Task<CreatedWebhook> Start(params string[] events)
    {
        Assert.True((await List.Create(Owner, "List", ["Section"])).Ok);
        var secret = WebhookSecrets.New();
        var version = (await List.CheckRole(Owner, Role.Owner)).Value!.Version;
        return new CreatedWebhook((await _table.Add(Owner, new NewWebhook(ListId, Receiver.Url, secret, events), secret, version, Now))!, secret);
    }

    public async Task Do(object command, Guid? actor = null)
    {
        var fields = JsonSerializer.SerializeToNode(command)!.AsObject();
        fields["commandId"] = Guid.NewGuid().ToString();
        var answer = await List.Execute(actor ?? Owner, new RawJson(JsonSerializer.SerializeToUtf8Bytes(fields)), null);
        Assert.True(answer.Accepted, answer.Code);
    }

    public Task Rename(string name) => Do(new { type = "renameList", name });

    public async Task<DueWebhook?> Due()
    {
        var due = new List<DueWebhook>();
        for (var partition = 0; partition < ClusterNames.WebhookPartitions; partition++) due.AddRange(await Queue.Due(partition, Now, [], 1_000, CancellationToken.None));
        return due.Find(webhook => webhook.ListId == ListId);
    }

    /// <summary>What the pump does; false when nothing was due.</summary>
    public async Task<bool> Pump()
    {
        if (await Due() is not { } due) return false;
        await _run.Work(due, CancellationToken.None);
        return true;
    }

    public async Task<Webhook> Shown() => Assert.Single(await _table.OfList(ListId));

    public Task<Webhook?> Change(Guid webhookId, WebhookPatch patch) => _table.Change(webhookId, Owner, patch, Now);

    public Task<string?> Send(string url) => _sender.Send(new Uri(url), "a secret of some length", "id", "{}"u8.ToArray(), CancellationToken.None);

    public void Dispose()
    {
        Receiver.Dispose();
        _sender.Dispose();
        _meters.Dispose();
    }
}
