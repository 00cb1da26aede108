using System.Collections.Immutable;
using EditEngine.Claims;
using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Interpretation;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;

namespace EditEngine.Analysis.Coverage;

/// <summary>Decides claims by the interpreter and counts what they reach of the rules. One thread.</summary>
internal sealed class CoverageRun
{
    private const int MostNever = 10;

    private readonly BoundPack _pack;
    private readonly Interpreter _interpreter;
    private readonly ImmutableArray<EditWatch> _watches;
    private readonly HashSet<string> _ownFiles;
    private readonly Func<SourceSpan, string> _textAt;
    private int _claims;

    /// <param name="pack">A pack without errors.</param>
    /// <param name="ownFiles">Names of the files that are the pack's own: edits of packs that it extends are not told of.</param>
    /// <param name="textAt">The text at a place of the rules.</param>
    public CoverageRun(BoundPack pack, IEnumerable<string> ownFiles, Func<SourceSpan, string> textAt)
    {
        _pack = pack;
        _ownFiles = [.. ownFiles];
        _textAt = textAt;
        _watches = [.. pack.Edits.Select(edit => new EditWatch(edit))];
        _interpreter = new Interpreter(pack, pack.Name, historyActions: true) { Watch = at => _watches[at] };
    }

    /// <summary>Decides one claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="asOf">As-of date.</param>
    /// <param name="name">The test's title, or the claim's id.</param>
    public void Add(Claim claim, DateOnly asOf, string name)
    {
        foreach (EditWatch watch in _watches)
        {
            watch.Name = name;
        }

        _claims++;
        _ = _interpreter.Find(claim, asOf);
    }

    /// <summary>What was reached so far.</summary>
    public CoverageReport ToReport() => new(
        _pack.Name,
        _claims,
        [.. _watches.Where(watch => _ownFiles.Contains(watch.Edit.Place.File)).OrderBy(watch => watch.Edit.Place.File, StringComparer.Ordinal).ThenBy(watch => watch.Edit.Place.Start).Select(Of)]);

    private EditCoverage Of(EditWatch watch)
    {
        BoundEdit edit = watch.Edit;
        PeriodCoverage period = watch.Period;
        long tuples = period.Before + period.Within + period.After + period.Undated;
        return new EditCoverage(
            edit.Id,
            edit.Place,
            tuples,
            Conditions(watch, tuples),
            [
                .. edit.Cases.Select((one, at) => new CaseCoverage(
                    one.Actions[0].Place, TextAt(one.Actions[0].Place), watch.Cases[at].Fired, watch.Cases[at].Bypassed, watch.Cases[at].NotEvaluated, watch.Cases[at].By)),
            ],
            [.. edit.Cases.SelectMany(one => one.Exceptions).Select(exception => new ExceptionCoverage(exception.Condition.Place, exception.Because, watch.CountOf(exception)))],
            period,
            [.. Sets(watch)],
            [.. Tables(watch)]);
    }

    private ImmutableArray<ConditionCoverage> Conditions(EditWatch watch, long tuples)
    {
        ImmutableArray<ConditionCoverage>.Builder conditions = ImmutableArray.CreateBuilder<ConditionCoverage>();
        HashSet<SourceSpan> seen = [];
        ConditionCoverage? before = null;
        foreach (BoundExpression condition in BoundTree.All(watch.Edit).OfType<BoundExpression>().Where(IsCounted))
        {
            string text = TextAt(condition.Place);
            if (text.Length == 0 || !_ownFiles.Contains(condition.Place.File) || !seen.Add(condition.Place))
            {
                continue;
            }

            EditWatch.ConditionCount count = watch.CountOf(condition);
            string? never = count.True + count.False + count.Unknown > 0 ? null
                : before is { True: 0, Unknown: 0, Times: > 0 } ? $"'{before.Text}' was never true"
                : before is { WhyNever: string why } ? why
                : tuples == 0 ? "no claim has the things that the edit runs over"
                : watch.Period.Within == 0 ? "no date of a claim is in the edit's period"
                : "what stands before it decided each time";
            ConditionCoverage one = new(condition.Place, text, count.True, count.False, count.Unknown, never, count.By);
            conditions.Add(one);
            before = one;
        }

        return conditions.ToImmutable();
    }

    // What combines conditions follows from them.
    private static bool IsCounted(BoundExpression condition) =>
        condition.Type.Kind == TypeKind.Condition && condition is not (BoundAnd or BoundOr or BoundNot or BoundUse or BoundConstant) && condition.Place.Length > 0;

    private IEnumerable<MembersCoverage> Sets(EditWatch watch)
    {
        HashSet<CodeSet> seen = new(ReferenceEqualityComparer.Instance);
        foreach ((CodeSet set, SourceSpan place) in BoundTree.All(watch.Edit).SelectMany(SetsOf))
        {
            if (seen.Add(set))
            {
                string name = _pack.CodeSets.FirstOrDefault(one => ReferenceEquals(one.Set, set)) is CodeSetSymbol symbol ? "@" + symbol.Name : TextAt(place);
                yield return Members(name, set.Intervals.Length, watch.MetOf(set), at => CodeSet.From([set.Intervals[at]]).ToRanges()[0]);
            }
        }
    }

    private static IEnumerable<(CodeSet Set, SourceSpan Place)> SetsOf(BoundNode node) => node switch
    {
        BoundInSet { Set: CodeSetConstant set } inSet => [(set.Set, inSet.Place)],
        BoundHas { Set: CodeSetConstant set } has => [(set.Set, has.Place)],
        _ => [],
    };

    private static IEnumerable<MembersCoverage> Tables(EditWatch watch) =>
        BoundTree.All(watch.Edit).OfType<BoundRow>().Select(row => row.Table).Distinct()
            .Where(symbol => symbol.Table is not null)
            .Select(symbol => Members("@" + symbol.Name, symbol.Table!.RowCount, watch.MetOf(symbol.Table), symbol.Table.GetKeyText)); // Asked above.

    private static MembersCoverage Members(string name, int all, IReadOnlySet<int> met, Func<int, string> textOf) => new(
        name,
        all,
        [.. met.Order().Select(textOf).Distinct()],
        [.. Enumerable.Range(0, all).Where(at => !met.Contains(at)).Select(textOf).Distinct().Take(MostNever)]);

    private string TextAt(SourceSpan place) => string.Join(' ', _textAt(place).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
