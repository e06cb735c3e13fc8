using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

static partial class ListRules
{
    /// <summary>Each command is decided on what those before it made of the list; the first refusal refuses all.</summary>
    static Decision Decide(ListState state, Guid actorId, Role actorRole, Bulk bulk, Occasion occasion) => state.Try(actorId, occasion.At, trial =>
    {
        List<FieldConflict> conflicts = [];
        for (var index = 0; index < bulk.Commands.Count; index++)
        {
            var decision = Decide(state, actorId, actorRole, bulk.Commands[index], occasion);
            if (decision.Refusal is { } refusal) return refusal.At(index);
            foreach (var happened in decision.Events) trial.Do(happened);

            // What an earlier command of the same bulk wrote is no clash.
            conflicts.AddRange(from conflict in decision.Conflicts ?? [] where conflict.AtVersion <= state.Version select conflict with { Index = index });
        }

        return new Decision(null, trial.Events, conflicts.Count > 0 ? conflicts : null);
    });
}
