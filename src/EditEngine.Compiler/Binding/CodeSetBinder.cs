using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Symbols;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>Binds declared code sets, each after those that it is made of. Walked without recursion: chains of sets may be long.</summary>
/// <param name="symbols">Takes the sets.</param>
/// <param name="diagnostics">Takes what is wrong.</param>
/// <param name="files">Files of codes.</param>
/// <param name="isNamedOutside">Whether anything but other sets names a set.</param>
internal sealed class CodeSetBinder(PackSymbols symbols, DiagnosticBag diagnostics, IReferenceFiles files, Func<string, bool> isNamedOutside)
{
    /// <summary>The most ranges that all sets hold together: some hundred megabytes.</summary>
    private const int MostHeld = 10_000_000;

    /// <summary>The most ranges made on the way: a chain of ten thousand sets that each add a code to the one before makes the square of its length.</summary>
    private const int MostMade = 20_000_000;

    /// <summary>Where sets hold more than this, what only other sets are made of is let go with the last of those.</summary>
    private const int Roomy = 1_000_000;

    /// <summary>In chains longer than this, what only other sets are made of is put together where it is asked for.</summary>
    private const int LongChain = 100;

    private readonly HashSet<string> _begun = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _users = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _levels = new(StringComparer.Ordinal);
    private readonly SetsToJoin _later = new();
    private long _held;
    private long _made;

    private bool IsTooMuch => _held > MostHeld || _made > MostMade;

    public void Bind(IReadOnlyDictionary<string, (CodesSyntax Syntax, SourceText Source)> declared)
    {
        foreach ((CodesSyntax syntax, _) in declared.Values)
        {
            foreach (string part in PartsOf(syntax))
            {
                _users[part] = _users.GetValueOrDefault(part) + 1;
            }
        }

        foreach (string name in declared.Keys.Order(StringComparer.Ordinal))
        {
            if (_begun.Add(name))
            {
                BindFrom(new Declared(name, declared[name]), declared);
            }
        }
    }

    private void BindFrom(Declared start, IReadOnlyDictionary<string, (CodesSyntax Syntax, SourceText Source)> declared)
    {
        Stack<Declared> open = new([start]);
        while (open.TryPeek(out Declared? one))
        {
            if (one.TryNext(out AtNameSyntax? part))
            {
                if (declared.ContainsKey(part.Name) && _begun.Add(part.Name))
                {
                    open.Push(new Declared(part.Name, declared[part.Name]));
                }
                else if (declared.ContainsKey(part.Name) && !symbols.CodeSets.ContainsKey(part.Name))
                {
                    diagnostics.Report(NameDiagnostics.Recursive(one.Source.PlaceOf(part.Span), "@" + part.Name));
                    one.IsWhole = false;
                }
            }
            else
            {
                open.Pop();
                Complete(one);
            }
        }
    }

    private void Complete(Declared one)
    {
        CodesSyntax syntax = one.Syntax;
        SourceSpan place = one.Source.PlaceOf(syntax.Name.Span);
        if (!CodeSystemNames.TryFind(syntax.System.Text, out CodeSystem system))
        {
            diagnostics.Report(NameDiagnostics.UnknownType(one.Source.PlaceOf(syntax.System.Span), syntax.System.Text, CodeSystemNames.Names));
        }

        // A set that could not be read stands as an empty one, so that its uses are no second mistake.
        bool wasTooMuch = IsTooMuch;
        bool isLater = JoinsLater(one);
        if (!isLater)
        {
            JoinParts(syntax);
        }

        CodeSet set = (one.IsWhole && system != CodeSystem.None && !wasTooMuch ? SetOf(syntax, one.Source, system) : null) ?? CodeSet.Empty;
        _held += set.Intervals.Length;
        _made += set.Intervals.Length;
        if (isLater)
        {
            _later.Add(one.Name, set, PartsOf(syntax));
        }

        symbols.CodeSets[one.Name] = new CodeSetSymbol(one.Name, place, system, isLater ? CodeSet.Empty : set);
        LetGo(syntax);
        if (IsTooMuch && !wasTooMuch)
        {
            diagnostics.Report(SizeDiagnostics.SetsTooLarge(place, one.Name, _held > MostHeld ? MostHeld : MostMade));
        }
    }

    // Of sets that are joined later the own codes are bound now, with all that is wrong with them.
    private bool JoinsLater(Declared one)
    {
        int level = PartsOf(one.Syntax).Select(part => _levels.GetValueOrDefault(part)).DefaultIfEmpty().Max() + 1;
        _levels[one.Name] = level;
        return level > LongChain && IsJoined(one.Syntax.Value) && !isNamedOutside(one.Name);
    }

    private void JoinParts(CodesSyntax user)
    {
        foreach (string part in PartsOf(user))
        {
            if (!IsTooMuch && _later.Join(part) is CodeSet joined)
            {
                symbols.CodeSets[part] = symbols.CodeSets[part] with { Set = joined };
                _held += joined.Intervals.Length;
                _made += joined.Intervals.Length;
            }
        }
    }

    private static bool IsJoined(ExpressionSyntax? value)
    {
        Stack<ExpressionSyntax> open = new(value is null ? [] : [value]);
        while (open.TryPop(out ExpressionSyntax? next))
        {
            if (next is BinarySyntax binary)
            {
                if (binary.Operator != BinaryOperator.Add)
                {
                    return false;
                }

                open.Push(binary.Left);
                open.Push(binary.Right);
            }
            else if (next is ParenthesizedSyntax inner)
            {
                open.Push(inner.Inner);
            }
        }

        return value is not null;
    }

    private void LetGo(CodesSyntax user)
    {
        foreach (string part in PartsOf(user))
        {
            _users[part]--;
            if (_held > Roomy && _users[part] == 0 && symbols.CodeSets.TryGetValue(part, out CodeSetSymbol? symbol) && !isNamedOutside(part))
            {
                _held -= symbol.Set.Intervals.Length;
                symbols.CodeSets[part] = symbol with { Set = CodeSet.Empty };
            }
        }
    }

    private static IEnumerable<string> PartsOf(CodesSyntax syntax)
    {
        Declared walk = new("", (syntax, new SourceText("", "")));
        HashSet<string> parts = new(StringComparer.Ordinal);
        while (walk.TryNext(out AtNameSyntax? part))
        {
            parts.Add(part.Name);
        }

        return parts;
    }

    private CodeSet? SetOf(CodesSyntax syntax, SourceText source, CodeSystem system) =>
        syntax.Value is ExpressionSyntax value
            ? SetBinder.Of(new BindingContext(symbols, diagnostics, new SlotCounter(), source), ProcedureFamilies.Find(syntax.System.Text) is null ? null : syntax.System.Text)
                .BindCodes(value, system)
            : new CodeFileBinder(diagnostics, files, source).Bind(syntax.File!, system) is CodesOfFile read ? CodeSet.From(read.Codes) : null; // a set has a value or a file

    /// <summary>A set that is begun, and the sets in its text that are still to be looked at.</summary>
    private sealed class Declared(string name, (CodesSyntax Syntax, SourceText Source) written)
    {
        private readonly Stack<ExpressionSyntax> _parts = written.Syntax.Value is ExpressionSyntax value ? new Stack<ExpressionSyntax>([value]) : new Stack<ExpressionSyntax>();

        public string Name => name;

        public CodesSyntax Syntax => written.Syntax;

        public SourceText Source => written.Source;

        public bool IsWhole { get; set; } = true;

        public bool TryNext([System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out AtNameSyntax? part)
        {
            while (_parts.TryPop(out ExpressionSyntax? next))
            {
                switch (next)
                {
                    case AtNameSyntax at:
                        part = at;
                        return true;
                    case BinarySyntax binary:
                        _parts.Push(binary.Right);
                        _parts.Push(binary.Left);
                        break;
                    case ParenthesizedSyntax inner:
                        _parts.Push(inner.Inner);
                        break;
                }
            }

            part = null;
            return false;
        }
    }
}
