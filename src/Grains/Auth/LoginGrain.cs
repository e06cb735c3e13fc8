using TaskList.Contracts;
using TaskList.Contracts.Auth;

namespace TaskList.Grains.Auth;

[GrainType("login")]
sealed class LoginGrain(
    [PersistentState("login", ClusterNames.GrainStorage)] IPersistentState<LoginState> login,
    PasswordQueue passwords,
    TimeProvider time) : Grain, ILoginGrain
{
    public async Task<Result<LoginAnswer>> Take(Guid userId, string password)
    {
        if (login.State.PasswordHash is not null) return new Refusal(Codes.EmailTaken);

        var hash = "";
        if (await passwords.Run(() => hash = PasswordHash.Make(password)) is { } busy) return busy;

        login.State = new LoginState { UserId = userId, PasswordHash = hash };
        await login.Save(this);
        return new LoginAnswer(userId);
    }

    public async Task<Result<LoginAnswer>> Check(string password, Guid source)
    {
        var state = login.State;
        var wait = GuessRules.Wait(state, source, Now);
        if (wait > TimeSpan.Zero) return Refusal.Undecided(Codes.RateLimited, (int)Math.Ceiling(wait.TotalMilliseconds));

        var hash = state.PasswordHash ?? PasswordHash.OfNobody;
        var fits = false;
        if (await passwords.Run(() => fits = PasswordHash.Fits(password, hash)) is { } busy) return busy;

        if (fits && state.PasswordHash is not null)
        {
            if (GuessRules.Hit(state, source)) await login.Save(this);
            return new LoginAnswer(state.UserId);
        }

        GuessRules.Missed(state, source, Now);
        // Guesses at an address that nobody has are counted in memory only: else they would fill the database.
        if (state.PasswordHash is not null) await login.Save(this);
        return new Refusal(Codes.InvalidCredentials);
    }

    DateTime Now => time.GetUtcNow().UtcDateTime;
}
