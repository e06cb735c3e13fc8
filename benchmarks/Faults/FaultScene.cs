namespace TaskList.Faults;

/// <summary>What a fault is done to, and whom it tells.</summary>
/// <param name="Stage">The cluster.</param>
/// <param name="Random">Where, and for how long.</param>
/// <param name="Strikes">Told once, as it begins.</param>
/// <param name="Heals">Told where the cause ends by our hand: from then on everybody should recover.</param>
public sealed record FaultScene(FaultStage Stage, Random Random, Action Strikes, Action Heals)
{
    public T Any<T>(T[] of) => of[Random.Next(of.Length)];

    public T[] Shuffled<T>(T[] of)
    {
        Random.Shuffle(of);
        return of;
    }

    public TimeSpan Seconds(int from, int to) => TimeSpan.FromSeconds(Random.Next(from, to + 1));
}
