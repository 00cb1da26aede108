using System.Collections.Immutable;

namespace EditEngine.Compiler.Interpretation;

/// <summary>What a target comes to in each of the groups that a member with a partial key could belong to: it is certain where they all agree.</summary>
internal sealed class PossibleGroupStates
{
    private readonly TargetState[][] _states;
    private readonly ImmutableSortedSet<string> _fields;

    public PossibleGroupStates(PossibleGroup possible, int cases)
    {
        _fields = possible.Fields;
        _states = [.. Enumerable.Range(0, possible.Count).Select(_ => Enumerable.Range(0, cases).Select(_ => new TargetState()).ToArray())];
    }

    public TargetState StateOf(int possible, int position) => _states[possible][position];

    /// <summary>What a case comes to, whichever group it is.</summary>
    public TargetState Resolve(int position)
    {
        TargetState[] states = [.. _states.Select(possible => possible[position])];
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
