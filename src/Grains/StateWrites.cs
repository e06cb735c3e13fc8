namespace TaskList.Grains;

/// <summary>Writes a grain's state so that memory and storage cannot drift apart.</summary>
static class StateWrites
{
    /// <summary>A write that fails leaves changes in memory that may not be stored: the activation goes, and the next one reads what is.</summary>
    public static async Task Save<T>(this IPersistentState<T> state, IGrainBase grain)
    {
        try
        {
            await state.WriteStateAsync();
        }
        catch (Exception)
        {
            grain.DeactivateOnIdle();
            throw;
        }
    }
}
