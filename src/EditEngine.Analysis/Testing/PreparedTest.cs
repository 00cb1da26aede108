using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Notation;
using EditEngine.Outcomes;

namespace EditEngine.Analysis.Testing;

/// <summary>A test of a pack, with what each edit finds on its claim: where some edits are changed, only those are run again.</summary>
internal sealed class PreparedTest
{
    private readonly PreparedPack _pack;
    private readonly ImmutableArray<FindingDraft>[] _drafts;
    private readonly ImmutableArray<NotEvaluated>[] _open;

    /// <param name="pack">Its pack.</param>
    /// <param name="edit">The edit beside which it stands.</param>
    /// <param name="test">The test; it can be read.</param>
    public PreparedTest(PreparedPack pack, string edit, TestCase test)
    {
        _pack = pack;
        Edit = edit;
        Test = test;
        (_drafts, _open) = pack.FindByEdit(test.Claim!, test.AsOf); // It can be read.
    }

    /// <summary>The edit beside which it stands.</summary>
    public string Edit { get; }

    /// <summary>The test.</summary>
    public TestCase Test { get; }

    /// <summary>It passes as the pack is.</summary>
    public bool Passes => IsMet(Decide(_drafts, _open));

    /// <summary>It passes where some edits are others.</summary>
    /// <param name="changed">Those edits, each with its position in the pack.</param>
    public bool PassesWith(ImmutableArray<(int Position, BoundEdit Edit)> changed)
    {
        if (!_pack.AreEditsApart)
        {
            Interpreter interpreter = new(_pack.With(changed), _pack.Pack.Name, historyActions: true);
            return IsMet(interpreter.Evaluate(Test.Claim!, Test.AsOf));
        }

        ImmutableArray<FindingDraft>[]? drafts = null;
        ImmutableArray<NotEvaluated>[]? open = null;
        foreach ((int position, BoundEdit edit) in changed)
        {
            (ImmutableArray<FindingDraft> found, ImmutableArray<NotEvaluated> undecided) = _pack.Find(position, edit, Test.Claim!, Test.AsOf);
            if (!found.IsEmpty || !undecided.IsEmpty || !_drafts[position].IsEmpty || !_open[position].IsEmpty)
            {
                drafts ??= [.. _drafts];
                open ??= [.. _open];
                drafts[position] = found;
                open[position] = undecided;
            }
        }

        return drafts is null || IsMet(Decide(drafts, open!)); // Both are made together.
    }

    private Result Decide(ImmutableArray<FindingDraft>[] drafts, ImmutableArray<NotEvaluated>[] open) => _pack.Decide(Test.Claim!, Test.AsOf, drafts, open);

    private bool IsMet(Result result) => Test.Expectations.All(expectation => ExpectationCheck.IsMet(expectation, result));
}
