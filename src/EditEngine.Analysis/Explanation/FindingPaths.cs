using System.Collections.Immutable;
using System.Globalization;
using EditEngine.Claims;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Symbols;
using EditEngine.Outcomes;

namespace EditEngine.Analysis.Explanation;

/// <summary>Which member of a claim a finding speaks of: the first field that its message names, else the first that its condition reads.</summary>
internal static class FindingPaths
{
    /// <summary>A path in the names of the claim schema, as <c>lines[0].placeOfService</c>; the target's own where no field of it is named.</summary>
    /// <param name="pack">The pack that gave the finding.</param>
    /// <param name="claim">The claim.</param>
    /// <param name="finding">One of its findings.</param>
    public static string Of(BoundPack pack, Claim claim, Finding finding)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(claim);
        ArgumentNullException.ThrowIfNull(finding);
        (string target, ThingKinds kind) = TargetOf(claim, finding);
        BoundEdit? edit = pack.Edits.FirstOrDefault(one => one.Id == finding.Edit);
        foreach (BoundField field in edit is null ? [] : FieldsOf(edit, finding))
        {
            if (MemberOf(field, target, kind) is string path)
            {
                return WithIndex(path, field.Field, claim, finding);
            }
        }

        return target;
    }

    private static (string Path, ThingKinds Kind) TargetOf(Claim claim, Finding finding)
    {
        string name = finding.Field ?? "";
        bool isNumbered = int.TryParse(name[(name.LastIndexOf(' ') + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out int number);
        return name.Split(' ')[0] switch
        {
            "line" when isNumbered => (At("lines", LineIndex(claim, number)), ThingKinds.Line),
            "diagnosis" when isNumbered => (At("diagnoses", number - 1), ThingKinds.Diagnosis),
            "procedure" when isNumbered => (At("procedures", number - 1), ThingKinds.Procedure),
            _ => ("", ThingKinds.Claim),
        };
    }

    private static IEnumerable<BoundField> FieldsOf(BoundEdit edit, Finding finding)
    {
        BoundCase fired = edit.Cases.FirstOrDefault(one => Says(one.Message, finding.Message)) ?? edit.Cases[0];
        IEnumerable<BoundExpression?> said = fired.Message?.Parts.Select(part => part.Value) ?? [];

        // A line's number only says which line.
        return said.OfType<BoundField>().Where(field => field.Field.Name != "number").Concat(fired.Condition is null ? [] : BoundTree.Fields(fired.Condition));
    }

    private static bool Says(BoundMessage? message, string? text) =>
        message is not null && text is not null && message.Parts.All(part => part.Value is not null || text.Contains(part.Text, StringComparison.Ordinal));

    private static string? MemberOf(BoundField field, string target, ThingKinds kind) => field.Receiver switch
    {
        BoundClaim => field.Field.Member,
        BoundVariable { Variable.Type.Things: ThingKinds.Claim } => field.Field.Member,
        BoundVariable variable when kind != ThingKinds.Claim && variable.Variable.Type.Things == kind => $"{target}.{NameOf(field.Field)}",
        BoundField part when MemberOf(part, target, kind) is string outer => $"{outer}.{field.Field.Member}",
        _ => null,
    };

    // The code system of a diagnosis is told by the qualifier before its code.
    private static string NameOf(FieldSymbol field) => field is { Owners: ThingKinds.Diagnosis, Name: "system" } ? "system" : field.Member;

    private static string WithIndex(string path, FieldSymbol field, Claim claim, Finding finding)
    {
        if (field.Name is "unbalanced_payer" or "stray_payer")
        {
            return PathOfPayer(path, field.Name, claim, finding);
        }

        if (field.Name == "stray_pointer" && claim.Lines.FirstOrDefault(line => line.Number == finding.Line) is ServiceLine line)
        {
            int pointer = DiagnosisPointers.FirstStray(line, claim) ?? 0;
            return At(path, Math.Max(0, line.DiagnosisPointers.IndexOf(pointer)));
        }

        string indexed = path.Replace("otherPayers.", "otherPayers[0].", StringComparison.Ordinal);
        return field.Type.Kind == TypeKind.CodeList && !indexed.EndsWith("adjustments", StringComparison.Ordinal) ? At(indexed, 0) : indexed;
    }

    // What a payer paid stands beside its name, of the claim and of a line.
    private static string PathOfPayer(string path, string field, Claim claim, Finding finding)
    {
        ServiceLine? line = claim.Lines.FirstOrDefault(one => one.Number == finding.Line);
        string? payer = field == "stray_payer" ? OtherPayerBalance.FirstStray(line ?? claim.Lines[0], claim)
            : line is null ? OtherPayerBalance.FirstUnbalanced(claim)
            : OtherPayerBalance.FirstUnbalanced(line);
        ImmutableArray<OtherPayer> payers = line is null ? claim.OtherPayers : line.OtherPayers;
        int index = payers.Select((one, at) => (one.Payer, At: at)).FirstOrDefault(one => one.Payer == payer).At;
        return field == "stray_payer" ? At(path, index) : At(path, index) + ".paidAmount";
    }

    private static int LineIndex(Claim claim, int number)
    {
        for (int i = 0; i < claim.Lines.Length; i++)
        {
            if (claim.Lines[i].Number == number)
            {
                return i;
            }
        }

        return 0;
    }

    private static string At(string list, int index) => string.Create(CultureInfo.InvariantCulture, $"{list}[{index}]");
}
