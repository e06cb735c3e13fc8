using System.Diagnostics;
using TaskList.Contracts;
using TaskList.Contracts.Lists;

namespace TaskList.Grains.Lists;

static partial class ListRules
{
    static Decision OnSections(ListState state, ListCommand command) => command switch
    {
        AddSection c => Decide(state, c),
        DeleteSection c => state.Section(c.SectionId) is not null ? new SectionDeleted(c.SectionId)
            : state.AnySection(c.SectionId) is not null ? Decision.NoChange : new Refusal(Codes.SectionNotFound),
        RenameSection c => state.Section(c.SectionId) is { } section ? Decide(section, c) : new Refusal(Codes.SectionNotFound),
        SetSectionLimit c => state.Section(c.SectionId) is { } section ? Decide(section, c) : new Refusal(Codes.SectionNotFound),
        MoveSection c => state.Section(c.SectionId) is { } section ? Decide(state, section, c) : new Refusal(Codes.SectionNotFound),
        _ => throw new UnreachableException($"No rule decides {command.GetType().Name}."),
    };

    static Decision Decide(ListState state, AddSection c)
    {
        if (state.AnySection(c.SectionId) is not null) return Refusal.With(Codes.IdTaken, "field", "sectionId");
        if (state.SectionCount >= ListLimits.Sections) return Refusal.TooMany("sections", ListLimits.Sections);
        return new SectionAdded(c.SectionId, c.Name, state.ResolveSection(c.Place, mover: null)?.SectionId);
    }

    static Decision Decide(Section section, RenameSection c) => section.Name == c.Name ? Decision.NoChange
        : Decision.Write(new SectionRenamed(c.SectionId, c.Name), FieldConflict.Of(section.Content.Stamps, Fields.Name, section.Name, c.BaseVersion));

    static Decision Decide(Section section, SetSectionLimit c) => section.Content.Limit == c.Limit ? Decision.NoChange
        : Decision.Write(new SectionLimitSet(c.SectionId, c.Limit), FieldConflict.Of(section.Content.Stamps, Fields.Limit, section.Content.Limit, c.BaseVersion));

    static Decision Decide(ListState state, Section section, MoveSection c)
    {
        var (after, before) = (state.ResolveSection(c.Place, mover: section), state.SectionBefore(section));
        if (after == before) return Decision.NoChange;
        var theirs = new { afterSectionId = before?.SectionId };
        return Decision.Write(new SectionMoved(c.SectionId, after?.SectionId), FieldConflict.Of(section.Content.Stamps, Fields.Place, theirs, c.BaseVersion));
    }
}
