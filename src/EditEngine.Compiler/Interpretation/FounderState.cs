using System.Collections.Immutable;

namespace EditEngine.Compiler.Interpretation;

/// <summary>What a target comes to in each of the groups that a member with an unknown key could found: it is certain where they all agree.</summary>
internal sealed class FounderState
{
    private readonly TargetState[][] _worlds;
    private readonly ImmutableSortedSet<string> _fields;

    public FounderState(GroupHypothesis world, int cases)
    {
        _fields = world.Fields;
        _worlds = [.. Enumerable.Range(0, world.Count).Select(_ => Enumerable.Range(0, cases).Select(_ => new TargetState()).ToArray())];
    }

    public TargetState StateOf(int world, int position) => _worlds[world][position];

    /// <summary>What a case comes to, whichever group it is.</summary>
    public TargetState ComeTo(int position)
    {
        TargetState[] states = [.. _worlds.Select(world => world[position])];
        if (Array.TrueForAll(states, static state => state.Fires))
        {
            return states[0];
        }

        if (Array.Exists(states, static state => state.Fires || state.IsUnknown))
        {
            IEnumerable<TargetState> open = states.Where(state => !state.Fires && state.IsUnknown);
            bool isKeyOfMatter = open.Count() < states.Length;
            return TargetState.Unknown(open.Aggregate(isKeyOfMatter ? _fields : TruthValue.NoFields, static (all, state) => all.Union(state.Missing)));
        }

        return Array.TrueForAll(states, static state => state.IsExcepted) ? states[0] : new TargetState();
    }
}
