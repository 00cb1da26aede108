using System.Collections.Immutable;
using System.Diagnostics;
using System.Text;
using EditEngine.Codes;
using EditEngine.Compiler.Symbols;

namespace EditEngine.Compiler.Binding;

/// <summary>A node of the form: what its line says, and the nodes below it; a null where one that can be there is not.</summary>
internal readonly record struct FormNode(string Line, params ImmutableArray<BoundNode?> Below);

/// <summary>
/// Writes an edit in the form that its fingerprint is taken of. What follows from the rest is left out (the rows that a case cites, the first key of
/// a table's rows), and so is what no result shows (title, owner, names of definitions, kinds, sets, parameters, keys and variables).
/// </summary>
/// <param name="longSets">Hashes of sets that are not written out.</param>
internal sealed class EditForm(Dictionary<CodeSet, string> longSets)
{
    private readonly ConstantForm _constants = new(longSets);
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

    private void Write(BoundNode? node, int depth)
    {
        _text.Append(' ', depth * 2);
        if (node is null)
        {
            _text.Append("absent\n");
            return;
        }

        FormNode form = Of(node);
        _text.Append(form.Line).Append('\n');
        foreach (BoundNode? below in form.Below)
        {
            Write(below, depth + 1);
        }
    }

    private FormNode Of(BoundNode node) =>
        PartOf(node) ?? ConditionForm.Of(node, this) ?? ValueForm.Of(node, this) ?? AggregateForm.Of(node, this)
        ?? throw new UnreachableException($"There is no form for {node.GetType()}.");

    private FormNode? PartOf(BoundNode node) => node switch
    {
        BoundEdit edit => new(LineOf(edit), [edit.Scope, edit.Subject, .. edit.Bindings, .. edit.Joins, .. edit.Cases]),
        BoundCase one => new("case", [one.Condition, .. one.Exceptions, .. one.Actions, one.Message]),
        BoundException exception => new(
            $"unless {FormText.Quoted(exception.Because)} {FormText.Optional(exception.Owner)} {FormText.Day(exception.UntilDay)}", exception.Condition),
        BoundAction action => new(
            $"{FormWords.Of(action.Action)} {FormWords.Of(action.Target)} {FormText.Optional(action.Reason)} {FormText.Optional(action.Queue)}",
            action.Thing, action.Amount, action.ReplaceWith, action.Overridable, action.Added),
        BoundAddedLine added => new($"line [{FormText.Quoted(added.Modifiers.Select(code => code.ToPlainText()))}]", added.Code, added.Units, added.Pay, added.Supports),
        BoundMessage message => new("message", [.. message.Parts]),
        BoundMessagePart { Value: null } part => new($"text {FormText.Quoted(part.Text)}"),
        BoundMessagePart part => new("value", part.Value),
        _ => null,
    };

    private static string LineOf(BoundEdit edit) =>
        $"edit {FormText.Quoted(edit.Id)} phase {FormText.Quoted(edit.Phase)} by {FormWords.Of(edit.Basis)} "
        + $"from {FormText.Day(edit.EffectiveFromDay)} through {FormText.Day(edit.EffectiveThroughDay)} monitor {FormText.Day(edit.MonitorFromDay)} "
        + $"retro {FormText.YesNo(edit.IsRetro)} precedence {FormText.Number(edit.Precedence)} scope {FormText.Number(edit.ScopeRank)} "
        + $"skip [{FormText.Quoted(edit.SkipPhases.Order(StringComparer.Ordinal))}] cites [{FormText.Quoted(edit.Cites)}]";

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

        return "#" + FormText.Number(number);
    }

    /// <summary>A table by its name, which findings cite, and its content.</summary>
    public static string Table(TableSymbol table) => $"{FormText.Quoted(table.Name)} {table.Table?.ContentHash ?? "unread"}";
}
