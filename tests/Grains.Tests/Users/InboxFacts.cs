using TaskList.Contracts.Notifications;
using TaskList.Grains.Users;
using Xunit;

namespace TaskList.Grains.Tests.Users;

public sealed class InboxFacts
{
    static readonly DateTime Start = new(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc);

    readonly List<Notification> _inbox = [];

    [Fact]
    public void NotificationCountsOnce()
    {
        var note = Note(0);

        Assert.True(InboxRules.Add(_inbox, note));
        Assert.True(InboxRules.MarkRead(_inbox, null));
        Assert.False(InboxRules.Add(_inbox, note));
        Assert.True(Assert.Single(_inbox).Read);
    }

    [Fact]
    public void InboxKeepsTheNewestInOrder()
    {
        foreach (var minute in Enumerable.Range(0, 250).Reverse()) InboxRules.Add(_inbox, Note(minute));

        Assert.Equal(Enumerable.Range(50, 200), _inbox.Select(note => (int)(note.At - Start).TotalMinutes));
    }

    [Fact]
    public void WhatFellOutDoesNotComeBack()
    {
        var oldest = Note(0);
        InboxRules.Add(_inbox, oldest);
        for (var minute = 1; minute <= 200; minute++) InboxRules.Add(_inbox, Note(minute));

        Assert.False(InboxRules.Add(_inbox, oldest));
        Assert.Equal(200, _inbox.Count);
    }

    [Fact]
    public void ReadingUpToOneLeavesTheNewerUnread()
    {
        for (var minute = 0; minute < 3; minute++) InboxRules.Add(_inbox, Note(minute));

        Assert.True(InboxRules.MarkRead(_inbox, _inbox[1].NotificationId));
        Assert.Equal([true, true, false], _inbox.Select(note => note.Read));
        Assert.False(InboxRules.MarkRead(_inbox, _inbox[1].NotificationId));
        Assert.False(InboxRules.MarkRead(_inbox, Guid.NewGuid()));
    }

    static Notification Note(int minute) =>
        new(Guid.NewGuid(), NotificationKind.Assigned, Guid.NewGuid(), "Plans", null, null, null, null, Start.AddMinutes(minute), Read: false);
}
