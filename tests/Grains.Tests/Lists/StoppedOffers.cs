namespace TaskList.Grains.Tests.Lists;

/// <summary>A silo that dies, again and again, at one step of a transfer: before its offer goes out, or after the answer has come in.</summary>
sealed class StoppedOffers : IOutgoingGrainCallFilter
{
    public bool BeforeTheOffer { get; set; }

    public bool AfterTheAnswer { get; set; }

    public int Deaths { get; private set; }

    /// <summary>Offers that went out and were answered, whatever came of it.</summary>
    public int Answers { get; private set; }

    public async Task Invoke(IOutgoingGrainCallContext context)
    {
        var isOffer = context.MethodName == "Receive";
        if (isOffer && BeforeTheOffer) Die();
        await context.Invoke();
        if (isOffer) Answers++;
        if (isOffer && AfterTheAnswer) Die();
    }

    void Die()
    {
        Deaths++;
        throw new TimeoutException("Died here.");
    }
}
