using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using TaskList.Contracts;
using TaskList.Contracts.Auth;

namespace TaskList.Grains.Auth;

[GrainType("session")]
sealed partial class SessionGrain(
    [PersistentState("session", ClusterNames.GrainStorage)] IPersistentState<SessionState> session,
    RefreshTokens tokens,
    EndedSessionTable endedSessions,
    TimeProvider time,
    ILogger<SessionGrain> logger) : Grain, ISessionGrain
{
    Guid SessionId => this.GetPrimaryKey();

    DateTime Now => time.GetUtcNow().UtcDateTime;

    public async Task<RefreshedSession> Start(Guid userId)
    {
        if (session.State.Generation > 0) throw new InvalidOperationException("The session was started before.");

        session.State = new SessionState
        {
            UserId = userId,
            Salt = RandomNumberGenerator.GetBytes(16),
            Generation = 1,
            StartedAt = Now,
            RenewedAt = Now,
        };
        await session.Save(this);
        return Newest();
    }

    public async Task<Result<RefreshedSession>> Refresh(string secret)
    {
        var state = session.State;
        var presented = tokens.Recognise(SessionId, state, secret);
        // Not one of ours: whoever made it up must not be able to end the session.
        if (presented == 0) return new Refusal(Codes.SessionEnded);

        switch (RefreshRules.Decide(state, presented, Now))
        {
            case RefreshVerdict.Rotate:
                (state.Generation, state.RenewedAt) = (state.Generation + 1, Now);
                await session.Save(this);
                return Newest();
            case RefreshVerdict.Repeat:
                return Newest();
            case RefreshVerdict.Reused:
                LogReused(SessionId, state.UserId);
                await Close();
                return new Refusal(Codes.SessionEnded);
            default:
                return new Refusal(Codes.SessionEnded);
        }
    }

    public Task End(string secret) => tokens.Recognise(SessionId, session.State, secret) == 0 ? Task.CompletedTask : Close();

    /// <summary>First the table, then the state: when this breaks off, the caller's next try does both again.</summary>
    public async Task Close()
    {
        if (session.State.Generation == 0) return;
        await endedSessions.Add(SessionId);
        if (session.State.Ended) return;

        session.State.Ended = true;
        await session.Save(this);
    }

    RefreshedSession Newest()
    {
        var state = session.State;
        return new RefreshedSession(state.UserId, tokens.Make(SessionId, state, state.Generation), RefreshRules.ExpiresAt(state));
    }

    [LoggerMessage(LogLevel.Warning, "A spent refresh token of session {SessionId} of user {UserId} came back; the session is ended")]
    partial void LogReused(Guid sessionId, Guid userId);
}
