using EditEngine.Codes;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Notation;
using EditEngine.Compiler.Symbols;
using EditEngine.Numbers;
using EditEngine.Tables;

namespace EditEngine.Analysis.Boundaries;

/// <summary>What an edit speaks of: the fields it reads, and the bounds, days, periods, codes and words it compares them with.</summary>
internal sealed class EditAtoms
{
    private const int MostOfASet = 12;
    private const int MostRows = 6;
    private const int FirstDay = 600_000;
    private const int LastDay = 1_000_000;

    private readonly SortedSet<decimal> _numbers = [];
    private readonly SortedSet<decimal> _cents = [];
    private readonly SortedSet<int> _days = [];
    private readonly SortedSet<(int Days, int Months)> _periods = [];
    private readonly SortedSet<string> _texts = new(StringComparer.Ordinal);
    private readonly SortedSet<Code> _codes = [];
    private readonly HashSet<(ThingKinds Kind, string Path)> _fields = [];
    private readonly HashSet<object> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>Atoms of edits that are compared with each other are taken together.</summary>
    public EditAtoms(params IEnumerable<BoundEdit> edits)
    {
        foreach (BoundEdit edit in edits)
        {
            AddDays(edit.EffectiveFromDay, edit.EffectiveThroughDay, edit.MonitorFromDay);
            foreach (BoundNode node in BoundTree.All(edit))
            {
                Add(node);
            }
        }
    }

    /// <summary>Numbers, ascending: of units, counts, ages and days.</summary>
    public IReadOnlyCollection<decimal> Numbers => _numbers;

    /// <summary>Amounts in cents, ascending.</summary>
    public IReadOnlyCollection<decimal> Cents => _cents;

    /// <summary>Day numbers on which something begins or ends, ascending.</summary>
    public IReadOnlyCollection<int> Days => _days;

    /// <summary>Periods, ascending: days or months.</summary>
    public IReadOnlyCollection<(int Days, int Months)> Periods => _periods;

    /// <summary>Words.</summary>
    public IReadOnlyCollection<string> Texts => _texts;

    /// <summary>The facts that it reads.</summary>
    public List<FactSymbol> Facts { get; } = [];

    /// <summary>Codes of a system: members of sets, and neighbours that are no members.</summary>
    public IEnumerable<Code> CodesOf(CodeSystem system) => _codes.Where(code => code.System == system);

    /// <summary>The paths that it reads of a kind of thing, in their order.</summary>
    public IEnumerable<string> PathsOf(ThingKinds kind) =>
        _fields.Where(field => (field.Kind & kind) != 0 && FieldWriters.TypeOf(kind, field.Path) is not null).Select(field => field.Path).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private void Add(BoundNode node)
    {
        switch (node)
        {
            case BoundField field:
                Add(field);
                break;
            case BoundFact fact when _seen.Add(fact.Fact):
                Facts.Add(fact.Fact);
                break;
            case BoundDateOf:
                _fields.Add((ThingKinds.Line | ThingKinds.History, "date"));
                break;
            case BoundConstant constant:
                Add(constant.Value, constant.Type.Kind);
                break;
            case BoundParameter parameter:
                foreach (ParameterValue value in parameter.Parameter.Values)
                {
                    AddDays(value.FromDay);
                    Add(value.Value, parameter.Parameter.Type.Kind);
                }

                break;
            case BoundException exception:
                AddDays(exception.UntilDay);
                break;
            case BoundInSet set:
                Add(set.Set, TypeKind.Set);
                break;
            case BoundHas { Set: Constant set }:
                Add(set, TypeKind.Set);
                break;
            case BoundRow row when row.Table.Table is Table table && _seen.Add(table):
                Add(table);
                break;
        }
    }

    private void Add(BoundField field)
    {
        string path = field.Field.Name;
        BoundExpression receiver = field.Receiver;
        while (receiver is BoundField outer)
        {
            path = $"{outer.Field.Name}.{path}";
            receiver = outer.Receiver;
        }

        _fields.Add((receiver.Type.Things, path));
        AddSources(receiver.Type.Things, path);
    }

    // A field that follows from others is changed by them.
    private void AddSources(ThingKinds kinds, string path)
    {
        string[] sources = path switch
        {
            "days" or "through" => ["date", "through"],
            "final_diagnoses" => ["diagnoses"],
            _ when path.EndsWith("npi_valid", StringComparison.Ordinal) => [path[..^"_valid".Length]],
            _ when path.EndsWith("zip_digits", StringComparison.Ordinal) => [path[..^"_digits".Length]],
            _ => [],
        };
        foreach (string source in sources)
        {
            _fields.Add((kinds, source));
        }
    }

    private void Add(Constant constant, TypeKind type)
    {
        switch (constant)
        {
            case NumberConstant number:
                Add(number.Value, type);
                break;
            case NumberSetConstant numbers:
                foreach (Rational one in numbers.Numbers)
                {
                    Add(one, type);
                }

                break;
            case DateConstant date:
                AddDays(date.DayNumber);
                break;
            case PeriodConstant period:
                _periods.Add((period.Days, period.Months));
                break;
            case CodeConstant code:
                AddWithNeighbour(code.Value);
                break;
            case TextConstant text:
                _texts.Add(text.Value);
                break;
            case TextSetConstant texts:
                _texts.UnionWith(Mutation.MutationMaterial.Spread([.. texts.Texts, .. texts.Prefixes], MostOfASet));
                break;
            case CodeSetConstant { Set: CodeSet set } when _seen.Add(set):
                Add(set);
                break;
        }
    }

    private void Add(Rational value, TypeKind type)
    {
        if (value.TryToDecimal(out decimal number))
        {
            (type == TypeKind.Money ? _cents : _numbers).Add(number);
        }
    }

    private void Add(CodeSet set)
    {
        foreach (CodeInterval interval in Mutation.MutationMaterial.Spread(set.Intervals, MostOfASet))
        {
            AddDays(interval.FromDay, interval.ThroughDay);
            AddWithNeighbour(Code.FromPacked(interval.First));
            if (interval.Last != interval.First)
            {
                AddWithNeighbour(Code.FromPacked(interval.Last));
            }
        }
    }

    private void AddWithNeighbour(Code code)
    {
        if (!code.FitsPattern)
        {
            return;
        }

        _codes.Add(code);
        string text = code.ToPlainText();
        foreach (int step in (int[])[1, 9])
        {
            if (char.IsAsciiDigit(text[^1]) && Code.From(code.System, text[..^1] + (char)('0' + ((text[^1] - '0' + step) % 10))) is { FitsPattern: true } beside)
            {
                _codes.Add(beside);
            }
        }
    }

    private void Add(Table table)
    {
        for (int i = 0; i < Math.Min(table.RowCount, MostRows); i++)
        {
            int row = table.RowCount <= MostRows ? i : (int)((long)i * (table.RowCount - 1) / (MostRows - 1));
            AddDays(table.GetFrom(row), table.GetThrough(row));
            for (int column = 0; column < table.Columns.Length; column++)
            {
                switch (table.Columns[column].Type)
                {
                    case ColumnType.Code when table.GetCode(row, column) is ulong code and > 0:
                        _codes.Add(Code.FromPacked(code));
                        break;
                    case ColumnType.Text when table.GetText(row, column) is string text:
                        _texts.Add(text);
                        break;
                    case ColumnType.Number when table.TryGetNumber(row, column, out Rational number):
                        Add(number, TypeKind.Number);
                        break;
                }
            }
        }
    }

    private void AddDays(params IEnumerable<int?> days) => _days.UnionWith(days.OfType<int>().Where(day => day is > FirstDay and < LastDay));
}
