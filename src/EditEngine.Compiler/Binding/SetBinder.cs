using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Numbers;

namespace EditEngine.Compiler.Binding;

/// <summary>Constant sets: braces, @names and their algebra.</summary>
internal sealed class SetBinder(BindingContext context, ExpressionBinder expressions)
{
    /// <summary>The procedure family whose codes alone fit; null for all of a system.</summary>
    public string? Family { get; init; }

    /// <summary>For declarations.</summary>
    public static SetBinder Of(BindingContext context, string? family) => new(context, new ExpressionBinder(context)) { Family = family };

    /// <summary>The set of a <c>codes</c> declaration; of one procedure family alone where its name is given.</summary>
    public CodeSet? BindCodes(ExpressionSyntax syntax, CodeSystem system) => (BindSet(syntax, LanguageType.CodeOf(system)).Set as CodeSetConstant)?.Set;

    public static bool IsSet(ExpressionSyntax syntax) => MembershipBinder.Unwrap(syntax) switch
    {
        SetSyntax or AtNameSyntax => true,
        BinarySyntax { Operator: BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Intersect } binary => IsSet(binary.Left) && IsSet(binary.Right),
        _ => false,
    };

    public (Constant? Set, string? Name) BindSet(ExpressionSyntax syntax, LanguageType member)
    {
        switch (MembershipBinder.Unwrap(syntax))
        {
            case AtNameSyntax at:
                return (BindNamedSet(at, member), at.Name);
            case SetSyntax set:
                return (BindBraces(set, member), null);
            case BinarySyntax binary when binary.Operator is BinaryOperator.Add or BinaryOperator.Subtract or BinaryOperator.Intersect:
                Constant? left = BindSet(binary.Left, member).Set;
                Constant? right = BindSet(binary.Right, member).Set;
                if (left is null || right is null)
                {
                    return (null, null);
                }

                if (left is CodeSetConstant a && right is CodeSetConstant b)
                {
                    return (new CodeSetConstant(binary.Operator switch
                    {
                        BinaryOperator.Add => a.Set.Union(b.Set),
                        BinaryOperator.Subtract => a.Set.Except(b.Set),
                        _ => a.Set.Intersect(b.Set),
                    }), null);
                }

                break;
        }

        // Several codes in parentheses have been told where they were read.
        if (MembershipBinder.Unwrap(syntax) is not TupleSyntax)
        {
            context.Diagnostics.Report(CodeDiagnostics.NotASet(context.Place(syntax)));
        }

        return (null, null);
    }

    private CodeSetConstant? BindNamedSet(AtNameSyntax at, LanguageType member)
    {
        if (!context.Symbols.CodeSets.TryGetValue(at.Name, out CodeSetSymbol? symbol))
        {
            context.Diagnostics.Report(NameDiagnostics.UnknownAtName(
                context.Place(at), at.Name, context.Symbols.CodeSets.Keys.Concat(context.Symbols.Tables.Keys), context.Symbols.Kinds.Keys.Concat(context.Symbols.Values.Keys)));
            return null;
        }

        if (symbol.System == CodeSystem.None)
        {
            return null; // its declaration has been told
        }

        if (member.Kind != TypeKind.Code || (symbol.System != member.System && member.System != CodeSystem.None))
        {
            context.Diagnostics.Report(CodeDiagnostics.OtherSystem(
                context.Place(at), at.Name, CodeSystemNames.NameOf(symbol.System), member.Kind == TypeKind.Code ? CodeSystemNames.NameOf(member.System) : member.ToString()));
            return null;
        }

        return new CodeSetConstant(symbol.Set);
    }

    private Constant? BindBraces(SetSyntax set, LanguageType member)
    {
        switch (member.Kind)
        {
            case TypeKind.Code:
                List<CodeInterval> intervals = [];
                bool fits = true;
                foreach (SetItemSyntax item in set.Items)
                {
                    fits &= AddCodes(item, member.System, intervals);
                }

                return fits ? new CodeSetConstant(CodeSet.From(intervals)) : null;
            case TypeKind.Text:
                return BindTexts(set, member);
            case TypeKind.Number or TypeKind.Units or TypeKind.Money or TypeKind.Percent:
                ImmutableArray<Rational>.Builder numbers = ImmutableArray.CreateBuilder<Rational>();
                foreach (SetItemSyntax item in set.Items)
                {
                    if (!TryMember(item.Text, member.Kind, out Rational number))
                    {
                        context.Diagnostics.Report(CodeDiagnostics.MixedSet(context.Place(item), item.Text, MembersOf(member.Kind)));
                        return null;
                    }

                    numbers.Add(number);
                }

                return new NumberSetConstant(numbers.ToImmutable());
            default:
                context.Diagnostics.Report(CodeDiagnostics.MixedSet(context.Place(set), context.Source.Slice(set.Span), member.ToString()));
                return null;
        }
    }

    // Amounts are written with $ and percents with %, as everywhere; money is cents inside.
    private static bool TryMember(string text, TypeKind kind, out Rational number)
    {
        bool hasSign = kind switch { TypeKind.Money => text.StartsWith('$'), TypeKind.Percent => text.EndsWith('%'), _ => true };
        string digits = text.TrimStart('$').TrimEnd('%').Replace(",", "", StringComparison.Ordinal);
        bool fits = LiteralBinder.TryNumber(digits, out number) && hasSign;
        number = fits && kind == TypeKind.Money ? number * Rational.From(100) : number;
        return fits;
    }

    private static string MembersOf(TypeKind kind) => kind switch
    {
        TypeKind.Money => "amounts of money",
        TypeKind.Percent => "percents",
        _ => "numbers",
    };

    private TextSetConstant? BindTexts(SetSyntax set, LanguageType member)
    {
        ImmutableSortedSet<string>.Builder texts = ImmutableSortedSet.CreateBuilder<string>(StringComparer.Ordinal);
        ImmutableArray<string>.Builder prefixes = ImmutableArray.CreateBuilder<string>();
        bool fits = true;
        foreach (SetItemSyntax item in set.Items)
        {
            if (item.IsPrefix)
            {
                prefixes.Add(item.Text);
            }
            else if (expressions.Literals.BindWord(item.Text, context.Place(item), member) is BoundError)
            {
                fits = false;
            }
            else
            {
                texts.Add(item.Text);
            }
        }

        return fits ? new TextSetConstant(texts.ToImmutable(), prefixes.ToImmutable()) : null;
    }

    private bool AddCodes(SetItemSyntax item, CodeSystem system, List<CodeInterval> intervals)
    {
        if (system == CodeSystem.Tooth && !item.IsText && !item.IsPrefix && ToothRange.Of(item.Text) is { } teeth)
        {
            int from = item.From?.Value.DayNumber ?? int.MinValue;
            int through = item.Through?.Value.DayNumber ?? int.MaxValue;
            intervals.AddRange(teeth.Select(tooth => new CodeInterval(tooth.Packed, tooth.Packed, from, through)));
            return true;
        }

        if (CodesOf(item, system) is not CodeInterval codes)
        {
            return false;
        }

        if (Family is not null && !ProcedureFamilies.Find(Family)!.Holds(codes.First, codes.Last)) // only such names are given
        {
            context.Diagnostics.Report(CodeDiagnostics.NotOfSystem(context.Place(item), item.Text, Family, ProcedureFamilies.Describe(Family)));
            return false;
        }

        if (codes.First == codes.Last)
        {
            context.CodeTables.Check(Code.FromPacked(codes.First), context.Place(item), context.Days.And(new DayRange(codes.FromDay, codes.ThroughDay)));
        }
        else
        {
            context.CodeTables.CheckRange(system, codes.First, codes.Last, context.Source.Slice(item.Span), context.Place(item));
        }

        intervals.AddRange(item.IsPrefix || codes.First == codes.Last
            ? [codes]
            : CodeRange.Between(Code.FromPacked(codes.First), Code.FromPacked(codes.Last)).Select(run => codes with { First = run.First, Last = run.Last }));
        return true;
    }

    private CodeInterval? CodesOf(SetItemSyntax item, CodeSystem system)
    {
        int from = item.From?.Value.DayNumber ?? int.MinValue;
        int through = item.Through?.Value.DayNumber ?? int.MaxValue;
        string name = CodeSystemNames.NameOf(system);
        if (item.IsPrefix)
        {
            if (Code.Subtree(system, item.Text) is not { } subtree)
            {
                context.Diagnostics.Report(CodeDiagnostics.NotOfSystem(context.Place(item), item.Text, name, CodePatterns.Describe(system), CodeMend.Of(system, item.Text)));
                return null;
            }

            return new CodeInterval(subtree.First, subtree.Last, from, through);
        }

        Code whole = Code.From(system, item.Text);
        if (whole.FitsPattern)
        {
            return new CodeInterval(whole.Packed, whole.Packed, from, through);
        }

        int hyphen = item.Text.IndexOf('-', StringComparison.Ordinal);
        if (hyphen <= 0)
        {
            context.Diagnostics.Report(CodeDiagnostics.NotOfSystem(context.Place(item), item.Text, name, CodePatterns.Describe(system), CodeMend.Of(system, item.Text)));
            return null;
        }

        Code first = Code.From(system, item.Text.AsSpan(0, hyphen));
        Code last = Code.From(system, item.Text.AsSpan(hyphen + 1));
        if (!IsRange(first, last))
        {
            string? turned = IsRange(last, first) ? $"{item.Text[(hyphen + 1)..]}-{item.Text[..hyphen]}" : null;
            context.Diagnostics.Report(CodeDiagnostics.BadRange(context.Place(item), item.Text, name, turned));
            return null;
        }

        // A range of ICD-10-CM categories holds all that lies under its last one.
        ulong end = system == CodeSystem.Diagnosis ? Code.Subtree(system, last.ToPlainText())!.Value.Last : last.Packed;
        return new CodeInterval(first.Packed, end, from, through);
    }

    private static bool IsRange(Code first, Code last)
    {
        if (!first.FitsPattern || !last.FitsPattern || first > last)
        {
            return false;
        }

        string a = first.ToPlainText();
        string b = last.ToPlainText();
        if (a.Length != b.Length && first.System != CodeSystem.Diagnosis)
        {
            return false;
        }

        for (int i = 0; i < Math.Min(a.Length, b.Length); i++)
        {
            if (char.IsAsciiDigit(a[i]) != char.IsAsciiDigit(b[i]))
            {
                return false;
            }
        }

        return true;
    }
}
