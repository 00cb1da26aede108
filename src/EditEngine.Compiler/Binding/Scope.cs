using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>The names that stand at a place: things, lets, rows. A definition's body sees its own names alone.</summary>
internal sealed class Scope
{
    private readonly Scope? _parent;
    private readonly Dictionary<string, object> _names = new(StringComparer.Ordinal);
    private readonly List<VariableSymbol> _things = [];

    private Scope(Scope? parent, SlotCounter slots, VariableSymbol? implicitThing)
    {
        _parent = parent;
        Slots = slots;
        ImplicitThing = implicitThing;
    }

    /// <summary>Counts the variables of the edit.</summary>
    public SlotCounter Slots { get; }

    /// <summary>The thing that a body without a subject speaks of.</summary>
    public VariableSymbol? ImplicitThing { get; }

    /// <summary>The scope of an edit, or of a definition's body within it.</summary>
    public static Scope Root(SlotCounter slots) => new(null, slots, null);

    /// <summary>A scope within this one.</summary>
    public Scope Child(VariableSymbol? implicitThing = null) => new(this, Slots, implicitThing ?? ImplicitThing);

    /// <summary>Adds a thing, group or parameter.</summary>
    public void Add(VariableSymbol variable)
    {
        _names[variable.Name] = variable;
        _things.Add(variable);
    }

    /// <summary>The same thing, known to be of fewer kinds.</summary>
    public void Narrow(VariableSymbol variable) => _names[variable.Name] = variable;

    /// <summary>Adds a let; it is bound where it is used.</summary>
    public void Add(LetSyntax let, SourceText source) => _names[let.Name.Text] = new LetName(let, source, this);

    /// <summary>Adds a row that a condition named.</summary>
    public void AddRow(string name, BoundRow row) => _names[name] = row;

    /// <summary>Adds a name whose meaning was mistaken, so that its uses are no second mistake.</summary>
    public void AddMistake(string name, BoundError mistake) => _names[name] = mistake;

    /// <summary>A <see cref="VariableSymbol"/>, <see cref="LetName"/>, <see cref="BoundRow"/> or <see cref="BoundError"/>; null where there is no such name.</summary>
    public object? Find(string name)
    {
        for (Scope? scope = this; scope is not null; scope = scope._parent)
        {
            if (scope._names.TryGetValue(name, out object? found))
            {
                return found;
            }
        }

        return null;
    }

    /// <summary>Things in the order named.</summary>
    public IEnumerable<VariableSymbol> Things() => FromOutside().SelectMany(scope => scope._things);

    /// <summary>All names.</summary>
    public IEnumerable<string> Names() => FromOutside().SelectMany(scope => scope._names.Keys).Where(name => name.Length > 0 && name[0] != '#');

    private Stack<Scope> FromOutside()
    {
        Stack<Scope> scopes = new();
        for (Scope? scope = this; scope is not null; scope = scope._parent)
        {
            scopes.Push(scope);
        }

        return scopes;
    }
}

/// <summary>A let, and the file and the scope it was written in.</summary>
internal sealed record LetName(LetSyntax Let, SourceText Source, Scope Scope);

/// <summary>Counts variables of an edit, so that each has a slot of its own; and what else all that binds its text counts together.</summary>
internal sealed class SlotCounter
{
    /// <summary>How large the edit has become.</summary>
    public Expansion Expansion { get; } = new();

    public int Count { get; private set; }

    public VariableSymbol New(string? name, SourceSpan place, LanguageType type)
    {
        int slot = Count++;
        return new VariableSymbol(name ?? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"#{slot}"), place, type, slot);
    }
}
