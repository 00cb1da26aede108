using System.Collections.Immutable;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Syntax;
using EditEngine.Compiler.Text;
using EditEngine.Stacks;

namespace EditEngine.Compiler.Editing;

/// <summary>Finds the names of one declaration, by what is written and what the pack declares; a half-written one gives those of its clauses that can be read.</summary>
internal sealed class OccurrenceWalk
{
    private readonly FilePart _part;
    private readonly PackSymbols _symbols;
    private readonly ImmutableArray<Occurrence>.Builder _found = ImmutableArray.CreateBuilder<Occurrence>();
    private readonly Dictionary<string, string> _parameters = new(StringComparer.Ordinal);
    private LocalNames _locals = LocalNames.None;

    private OccurrenceWalk(FilePart part, PackSymbols symbols)
    {
        _part = part;
        _symbols = symbols;
    }

    /// <summary>The names of a declaration, in the order of its parts.</summary>
    public static ImmutableArray<Occurrence> Of(FilePart part, PackSymbols symbols)
    {
        ArgumentNullException.ThrowIfNull(part);
        OccurrenceWalk walk = new(part, symbols);
        return DeepStack.Run(() =>
        {
            walk.Declaration(part.Declaration.Syntax);
            return walk._found.ToImmutable();
        });
    }

    private void Declaration(DeclarationSyntax declaration)
    {
        switch (declaration)
        {
            case EditSyntax edit:
                Add(NameRole.Edit, edit.Id, isDeclaration: true);
                Clauses(edit);
                break;
            case PackSyntax pack:
                Add(NameRole.Pack, pack.Name, isDeclaration: true);
                Add(NameRole.Pack, pack.Extends);
                break;
            case PhasesSyntax phases:
                AddEach(NameRole.Phase, phases.Names, isDeclaration: true);
                break;
            case ReasonsSyntax reasons:
                AddEach(NameRole.Reason, reasons.Rows.Select(row => row.Key), isDeclaration: true);
                Expression(reasons.Scope);
                break;
            case CodesSyntax codes:
                AddAt(codes.Name, isDeclaration: true);
                Expression(codes.Value);
                break;
            case TableSyntax table:
                Table(table);
                break;
            case ParameterSyntax parameter:
                AddAt(parameter.Name, isDeclaration: true);
                Values(parameter.Values);
                break;
            case FactSyntax fact:
                Add(NameRole.Fact, fact.Name, isDeclaration: true);
                break;
            case NamedClaimSyntax claim:
                _found.AddRange(TestNames.Of(_part, claim));
                break;
            case DefineKindSyntax define:
                Add(NameRole.Definition, define.Name, isDeclaration: true);
                Declare(define.Context, null);
                Declare(define.Variable, TableOf(define.Kind));
                Kind(define.Kind, isNaming: false);
                break;
            case DefineValueSyntax define:
                Add(NameRole.Definition, define.Name, isDeclaration: true);
                foreach (NameSyntax parameter in define.Parameters)
                {
                    Declare(parameter, null);
                }

                Expression(define.Value);
                break;
            case DisableSyntax disable:
                Add(NameRole.Edit, disable.Edit);
                break;
            case OverrideSyntax change:
                Add(NameRole.Edit, change.Edit);
                _found.Add(new Occurrence(new NameKey(NameRole.AtName, change.Parameter.Text, change.Edit.Text), WithoutAt(change.Parameter.Span), false));
                Values(change.Values);
                break;
            case ExtendSyntax extend:
                Add(NameRole.Edit, extend.Edit);
                Expressions(extend.Exceptions.Select(unless => unless.Condition));
                break;
        }
    }

    private void Clauses(EditSyntax edit)
    {
        foreach (ParameterClauseSyntax clause in edit.Clauses.OfType<ParameterClauseSyntax>())
        {
            _parameters[clause.Parameter.Name.Text] = edit.Id.Text;
        }

        foreach (ClauseSyntax clause in edit.Clauses)
        {
            Clause(clause, edit);
        }
    }

    private void Clause(ClauseSyntax clause, EditSyntax edit)
    {
        switch (clause)
        {
            case PhaseSyntax phase:
                Add(NameRole.Phase, phase.Name);
                break;
            case SkipSyntax skip:
                AddEach(NameRole.Phase, skip.Phases);
                break;
            case DeprecatedSyntax deprecated:
                Add(NameRole.Edit, deprecated.Use);
                break;
            case ParameterClauseSyntax parameter:
                AddAt(parameter.Parameter.Name, isDeclaration: true);
                Values(parameter.Parameter.Values);
                break;
            case ForEachSyntax forEach:
                foreach (KindSyntax kind in forEach.Bindings)
                {
                    Kind(kind, isNaming: true);
                }

                foreach (NameSyntax same in forEach.Same)
                {
                    ValueName(same);
                }

                break;
            case LetSyntax let:
                Expression(let.Value);
                Declare(let.Name, null);
                break;
            case WhenSyntax asked:
                Expression(asked.Condition);
                break;
            case UnlessSyntax unless:
                Expression(unless.Condition);
                break;
            case ScopeSyntax scope:
                Expression(scope.Scope);
                break;
            case ThenSyntax then:
                Action(then.Action);
                break;
            case AlsoSyntax also:
                Action(also.Action);
                break;
            case MessageSyntax message:
                Message(message);
                break;
            case TestSyntax test:
                Expression(test.Over);
                _found.AddRange(TestNames.Of(_part, test, edit));
                break;
        }
    }

    private void Action(ActionSyntax action)
    {
        Add(NameRole.Reason, action.Reason);
        Expressions([action.Target, action.Amount, action.With, action.OverridableWhere, action.Added]);
    }

    // What stands between the braces of a message is a value.
    private void Message(MessageSyntax message)
    {
        string text = message.Text.Value;
        int offset = message.Text.Span.Start + 1;
        for (int open = text.IndexOf('{', StringComparison.Ordinal); open >= 0;)
        {
            int close = text.IndexOf('}', open);
            if (close < 0)
            {
                return;
            }

            Expression(EditParser.ParseExpression(_part.Source, TextSpan.FromTo(offset + open + 1, offset + close), out _));
            open = text.IndexOf('{', close);
        }
    }

    private void Table(TableSyntax table)
    {
        AddAt(table.Name, isDeclaration: true);
        foreach (ColumnSyntax column in table.Keys.Concat(table.Columns))
        {
            NameKey key = new(NameRole.Column, column.Name.Text, table.Name.Text);
            _found.Add(new Occurrence(key, _part.InFile(column.Name.Span), true));
            if (column.Header is null && !table.Grid.IsEmpty && table.Grid[0].Cells.FirstOrDefault(cell => cell.Text == column.Name.Text) is GridCellSyntax cell
                && _part.Source.Slice(cell.Span).IndexOf(cell.Text, StringComparison.Ordinal) is var at and >= 0)
            {
                _found.Add(new Occurrence(key, _part.InFile(new TextSpan(cell.Span.Start + at, cell.Text.Length)), false));
            }
        }
    }

    private void Values(IEnumerable<ParameterValueSyntax> values) => Expressions(values.Select(value => value.Value));

    private void Expressions(IEnumerable<SyntaxNode?> nodes)
    {
        foreach (SyntaxNode? node in nodes)
        {
            Expression(node);
        }
    }

    private void Kind(KindSyntax kind, bool isNaming)
    {
        if (kind.Group is GroupSyntax group)
        {
            LocalNames outside = _locals;
            Kind(group.Members, isNaming: true);
            foreach (ExpressionSyntax key in group.Keys)
            {
                Key(key);
            }

            _locals = outside;
            Declare(group.Variable, null);
            if (!kind.Alternatives.IsEmpty)
            {
                Declare(kind.Alternatives[^1].Words.LastOrDefault(), null);
            }

            Expression(kind.Where);
            return;
        }

        KindPhrase phrase = KindPhrase.Of(kind, _symbols.IsKind);
        foreach (NameSyntax word in phrase.Alternatives.SelectMany(one => one.Kind).Distinct().Where(word => _symbols.IsKind(word.Text)))
        {
            Add(_symbols.IsSpans(word.Text) ? NameRole.Fact : NameRole.Definition, word);
        }

        Expression(kind.Of);
        if (isNaming)
        {
            Declare(phrase.Name, TableOf(kind));
        }

        Expression(kind.Where);
    }

    private void Key(ExpressionSyntax key)
    {
        if (key is NameExpressionSyntax name && !_locals.Contains(name.Name))
        {
            ValueName(new NameSyntax(name.Span, name.Name));
            return;
        }

        Expression(key);
    }

    // The table whose rows a phrase runs over.
    private string? TableOf(KindSyntax kind) =>
        kind is { Of: AtNameSyntax at, Alternatives: [{ Words: [{ Text: "row" }, ..] }] } ? at.Name
        : kind.Alternatives is [{ Words: [NameSyntax word, ..] }] && _symbols.Kinds.TryGetValue(word.Text, out KindDefinition? defined) && !ReferenceEquals(defined.Syntax.Kind, kind)
            && defined.Syntax.Kind is { Of: AtNameSyntax rows } ? rows.Name
        : null;

    private void Expression(SyntaxNode? node)
    {
        LocalNames outside = _locals;
        switch (node)
        {
            case null:
                return;
            case NameExpressionSyntax name when _locals.Find(name.Name) is (NameKey key, _):
                _found.Add(new Occurrence(key, _part.InFile(name.Span), false));
                return;
            case NameExpressionSyntax name when _symbols.Values.TryGetValue(name.Name, out ValueDefinition? value) && value.Syntax.Parameters.IsEmpty:
                Add(NameRole.Definition, new NameSyntax(name.Span, name.Name));
                return;
            case AtNameSyntax at:
                AddAt(new NameSyntax(at.Span, at.Name));
                return;
            case MemberSyntax member:
                Expression(member.Receiver);
                Member(member);
                return;
            case OfSyntax of:
                Expression(of.Argument);
                ValueName(of.Name);
                Expression(of.On);
                return;
            case LookupSyntax lookup:
                _found.Add(new Occurrence(new NameKey(NameRole.Column, lookup.Column.Text, lookup.Table.Name), _part.InFile(lookup.Column.Span), false));
                break;
            case IsSyntax @is:
                Expression(@is.Value);
                ValueName(@is.Word);
                Expression(@is.Argument);
                Add(NameRole.Edit, @is.By);
                return;
            case HasSameSyntax same:
                ValueName(same.What);
                break;
            case RowSyntax row:
                Expression(row.Table);
                Expression(row.Key);
                Expression(row.On);
                Declare(row.Variable, row.Table.Name);
                return;
            case QuantifiedSyntax quantified:
                Kind(quantified.Kind, isNaming: true);
                Expression(quantified.Body);
                _locals = outside;
                return;
            case CountSyntax count:
                Kind(count.Over, isNaming: true);
                _locals = outside;
                return;
            case SumSyntax { Over: KindSyntax over } sum:
                Over(over, sum.Value, outside);
                return;
            case ExtremeOverSyntax { Over: KindSyntax over } extreme:
                Over(over, extreme.Value, outside);
                return;
            case RunSyntax run:
                Kind(run.Kind, isNaming: true);
                Expression(run.By);
                Expression(run.Broken);
                _locals = outside;
                return;
            case KindSyntax kind:
                Kind(kind, isNaming: true);
                return;
        }

        foreach (SyntaxNode child in SyntaxPath.ChildrenOf(node).Where(child => child is not NameSyntax))
        {
            Expression(child);
        }
    }

    private void Over(KindSyntax kind, ExpressionSyntax value, LocalNames outside)
    {
        Kind(kind, isNaming: true);
        Expression(value);
        _locals = outside;
    }

    private void Member(MemberSyntax member)
    {
        string? table = member.Receiver is NameExpressionSyntax name ? _locals.Find(name.Name)?.Table : null;
        bool isFact = table is null && _symbols.Facts.ContainsKey(member.Name.Text) && member.Receiver is NameExpressionSyntax;
        _found.Add(new Occurrence(
            table is not null ? new NameKey(NameRole.Column, member.Name.Text, table) : new NameKey(isFact ? NameRole.Fact : NameRole.Field, member.Name.Text),
            _part.InFile(member.Name.Span),
            false));
    }

    private void ValueName(NameSyntax name)
    {
        bool isDefined = _symbols.Values.ContainsKey(name.Text) || _symbols.Kinds.ContainsKey(name.Text);
        Add(isDefined ? NameRole.Definition : NameRole.Field, name);
    }

    private void Declare(NameSyntax? name, string? table)
    {
        if (name is not null)
        {
            TextSpan span = _part.InFile(name.Span);
            NameKey key = new(NameRole.Local, name.Text, $"{_part.Tree.Source.File}:{span.Start}");
            _locals = _locals.With(key, table);
            _found.Add(new Occurrence(key, span, true));
        }
    }

    private void AddAt(NameSyntax name, bool isDeclaration = false) =>
        _found.Add(new Occurrence(new NameKey(NameRole.AtName, name.Text, _parameters.GetValueOrDefault(name.Text)), WithoutAt(name.Span), isDeclaration));

    private TextSpan WithoutAt(TextSpan span) => _part.InFile(TextSpan.FromTo(Math.Min(span.Start + 1, span.End), span.End));

    private void AddEach(NameRole role, IEnumerable<NameSyntax> names, bool isDeclaration = false)
    {
        foreach (NameSyntax name in names)
        {
            Add(role, name, isDeclaration);
        }
    }

    private void Add(NameRole role, NameSyntax? name, bool isDeclaration = false)
    {
        if (name is { Text.Length: > 0 })
        {
            _found.Add(new Occurrence(new NameKey(role, name.Text), _part.InFile(name.Span), isDeclaration));
        }
    }
}
