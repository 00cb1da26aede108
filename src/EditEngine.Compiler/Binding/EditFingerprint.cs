using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;
using EditEngine.Outcomes;

namespace EditEngine.Compiler.Binding;

/// <summary>A node of the form: what its line says, and the nodes below it; a null where one that can be there is not.</summary>
internal readonly record struct FingerprintNode(string Line, params ImmutableArray<BoundNode?> Below);

/// <summary>
/// Writes an edit in the form that its fingerprint is taken of. What follows from the rest is left out (the rows that a case cites, the first key of
/// a table's rows), and so is what no result shows (title, owner, names of definitions, kinds, sets, parameters, keys and variables).
/// </summary>
/// <param name="longSets">Hashes of sets that are not written out.</param>
internal sealed class EditFingerprint(Dictionary<CodeSet, string> longSets)
{
    private readonly ConstantFingerprint _constants = new(longSets);
    private readonly Dictionary<int, int> _variables = [];
    private readonly StringBuilder _text = new();

    /// <summary>The edit, a node a line.</summary>
    public string Write(BoundEdit edit)
    {
        _variables.Clear();
        _text.Clear();
        Write(edit, 0);
        return _text.ToString();
    }

    /// <summary>A part of an edit, in the same form: equal texts of one writer are of parts that say the same, of the same things.</summary>
    public string Part(BoundNode part)
    {
        _text.Clear();
        Write(part, 0);
        return _text.ToString();
    }

    private void Write(BoundNode? node, int depth)
    {
        _text.Append(' ', depth * 2);
        if (node is null)
        {
            _text.Append("absent\n");
            return;
        }

        FingerprintNode form = Of(node);
        _text.Append(form.Line).Append('\n');
        foreach (BoundNode? below in form.Below)
        {
            Write(below, depth + 1);
        }
    }

    private FingerprintNode Of(BoundNode node) =>
        PartOf(node) ?? ConditionFingerprint.Of(node, this) ?? ValueFingerprint.Of(node, this) ?? AggregateFingerprint.Of(node, this)
        ?? throw new UnreachableException($"There is no form for {node.GetType()}.");

    private static FingerprintNode? PartOf(BoundNode node) => node switch
    {
        BoundEdit edit => new(LineOf(edit), [edit.Scope, edit.Subject, .. edit.Bindings, .. edit.Joins, .. edit.Cases]),
        BoundCase one => new("case", [one.Condition, .. one.Exceptions, .. one.Actions, one.Message]),
        BoundException exception => new(
            $"unless {FingerprintText.Quoted(exception.Because)} {FingerprintText.Optional(exception.Owner)} {FingerprintText.Day(exception.UntilDay)}", exception.Condition),
        BoundAction action => new(
            $"{ActionTable.Of(action.Action).Verb} {FingerprintWords.Of(action.Target)} {FingerprintText.Optional(action.Reason)} {FingerprintText.Optional(action.Queue)}{UpTo(action)}",
            action.Thing, action.Amount, action.ReplaceWith, action.Overridable, action.Added),
        BoundAddedLine added => new($"line [{FingerprintText.Quoted(added.Modifiers.Select(code => code.ToPlainText()))}]", added.Code, added.Units, added.Pay, added.Supports),
        BoundMessage message => new("message", [.. message.Parts]),
        BoundMessagePart { Value: null } part => new($"text {FingerprintText.Quoted(part.Text)}"),
        BoundMessagePart part => new("value", part.Value),
        _ => null,
    };

    // Said only where it is written: what is older has kept its meaning.
    private static string UpTo(BoundAction action) => action.MostPercent is not decimal most ? "" : " up to " + most.ToString("G29", CultureInfo.InvariantCulture);

    private static string LineOf(BoundEdit edit) =>
        $"edit {FingerprintText.Quoted(edit.Id)} phase {FingerprintText.Quoted(edit.Phase)} by {FingerprintWords.Of(edit.Basis)} "
        + $"from {FingerprintText.Day(edit.EffectiveFromDay)} through {FingerprintText.Day(edit.EffectiveThroughDay)} monitor {FingerprintText.Day(edit.MonitorFromDay)} "
        + $"retro {FingerprintText.YesNo(edit.IsRetro)} precedence {FingerprintText.Number(edit.Precedence)} scope {FingerprintText.Number(edit.ScopeRank)} "
        + $"skip [{FingerprintText.Quoted(edit.SkipPhases.Order(StringComparer.Ordinal))}] cites [{FingerprintText.Quoted(edit.Cites)}]";

    /// <summary>A constant of a type.</summary>
    public string Constant(Constant constant) => _constants.Of(constant);

    /// <summary>A parameter's values.</summary>
    public string Constant(ParameterSymbol parameter) => _constants.Of(parameter.Values);

    /// <summary>A variable by its number: how many others the form names before it.</summary>
    public string Variable(VariableSymbol variable)
    {
        if (!_variables.TryGetValue(variable.Slot, out int number))
        {
            number = _variables.Count;
            _variables.Add(variable.Slot, number);
        }

        return "#" + FingerprintText.Number(number);
    }

    /// <summary>A table by its name, which findings cite, and its content.</summary>
    public static string Table(TableSymbol table) => $"{FingerprintText.Quoted(table.Name)} {table.Table?.ContentHash ?? "unread"}";
}
