using System.Collections.Immutable;
using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Tables;

/// <summary>Makes a table from rows in any order. One use, one thread.</summary>
internal sealed class TableBuilder
{
    private readonly string _name;
    private readonly ImmutableArray<TableColumn> _columns;
    private readonly ColumnBuilder[] _cells;
    private readonly DictionaryColumnBuilder[] _keys;
    private readonly List<int> _from = [];
    private readonly List<int> _through = [];
    private readonly List<uint> _lines = [];
    private readonly List<int> _originIds = [];
    private readonly List<RowSource> _origins = [];
    private readonly TableProblems _problems = new();
    private List<bool>? _refused;

    /// <summary>A table without rows.</summary>
    /// <param name="name">As rules call it.</param>
    /// <param name="columns">Key columns (codes, texts or numbers) first, at least one; names differ by more than letter case.</param>
    /// <exception cref="ArgumentException">The columns cannot be those of a table.</exception>
    public TableBuilder(string name, ImmutableArray<TableColumn> columns)
    {
        ArgumentNullException.ThrowIfNull(name);
        TableColumns.Require(columns);
        _name = name;
        _columns = columns;
        _cells = [.. columns.Select(ColumnBuilder.For)];
        _keys = [.. _cells.Where(cell => cell.Column.IsKey).Cast<DictionaryColumnBuilder>()];
    }

    /// <summary>Rows taken so far.</summary>
    public int RowCount => _from.Count;

    /// <summary>Rows refused so far with an error; repeated rows are not among them.</summary>
    public int RefusedCount { get; private set; }

    /// <summary>Rows left out because they say again what another says.</summary>
    public int RepeatedCount { get; private set; }

    /// <summary>Adds a row. What is wrong with it is told by <see cref="Build"/>.</summary>
    /// <param name="source">Where it came from.</param>
    /// <param name="from">First day in force, as day number; <see cref="int.MinValue"/> where it has no beginning.</param>
    /// <param name="through">Last day in force; <see cref="int.MaxValue"/> where it has no end; the day before <paramref name="from"/> for a row that never was.</param>
    /// <param name="cells">One for each column.</param>
    /// <exception cref="ArgumentException">The cells are not those of the columns.</exception>
    public void AddRow(in RowSource source, int from, int through, params ReadOnlySpan<TableCell> cells)
    {
        RequireCells(cells);
        for (int i = 0; i < cells.Length; i++)
        {
            if (cells[i].Type == ColumnType.Code && cells[i].Text is string odd)
            {
                RefusedCount++;
                _problems.Report(TableDiagnostics.CodeDoesNotFit(source.At(_columns[i].Name), odd));
                return;
            }
        }

        for (int i = 0; i < cells.Length; i++)
        {
            _cells[i].Add(cells[i]);
        }

        _from.Add(from);
        _through.Add(through);
        _lines.Add((uint)Math.Clamp(source.Line, 0, uint.MaxValue));
        _originIds.Add(OriginOf(source));
        if (from > through && (long)through != (long)from - 1)
        {
            _problems.Report(TableDiagnostics.EndsBeforeItBegins(source.At(), KeyText(_from.Count - 1), from, through));
            Refuse(_from.Count - 1);
        }
    }

    /// <summary>The table, where no row is refused.</summary>
    /// <param name="problems">Errors for rows that end before they begin, share a day with another of their key, or hold what a cell cannot;
    /// warnings for rows that repeat another.</param>
    /// <returns>Null where a row is refused.</returns>
    public Table? Build(out ImmutableArray<Diagnostic> problems)
    {
        Table table = BuildFromSoundRows(out problems);
        return _problems.HasErrors ? null : table;
    }

    /// <summary>The table of all rows that can stand; of two that share a day the one that begins earlier stays. For large files.</summary>
    /// <param name="problems">As <see cref="Build"/> gives them, at most fifty of a kind.</param>
    public Table BuildFromSoundRows(out ImmutableArray<Diagnostic> problems)
    {
        foreach (DictionaryColumnBuilder column in _cells.OfType<DictionaryColumnBuilder>())
        {
            column.Sort();
        }

        RefuseNumbersTooLong();
        int[] order = WithoutOverlaps(RowOrder.Sorted(_keys, _from, _refused));
        problems = _problems.ToImmutable();
        return new TableAssembly(_name, _cells, _keys, _from, _through, _lines, _originIds, _origins).Assemble(order);
    }

    private void RequireCells(ReadOnlySpan<TableCell> cells)
    {
        bool fits = cells.Length == _columns.Length;
        for (int i = 0; i < cells.Length && fits; i++)
        {
            fits = cells[i].IsEmpty || (cells[i].Type == _columns[i].Type
                && (cells[i].Type != ColumnType.Code || Code.FromPacked(cells[i].Bits).System == _columns[i].System));
        }

        if (!fits)
        {
            throw new ArgumentException($"The cells are not those of the columns of table '{_name}'.", nameof(cells));
        }
    }

    private int OriginOf(in RowSource source)
    {
        for (int i = _origins.Count - 1; i >= 0; i--)
        {
            RowSource origin = _origins[i];
            if (origin.Assumed == source.Assumed && origin.File == source.File && origin.Release == source.Release)
            {
                return i;
            }
        }

        _origins.Add(source with { Line = 0 });
        return _origins.Count - 1;
    }

    private void RefuseNumbersTooLong()
    {
        foreach (INumberCells column in _cells.OfType<INumberCells>())
        {
            for (int row = 0; row < _from.Count && column.Scale > 0; row++)
            {
                if (column.Scaled(row) is null)
                {
                    _problems.Report(TableDiagnostics.NumberTooLong(PlaceOf(row) with { Column = column.Column.Name }, column.Text(row), column.Scale));
                    Refuse(row);
                }
            }
        }
    }

    private int[] WithoutOverlaps(int[] order)
    {
        int kept = 0;
        int last = -1; // the last row of the same key that was ever in force
        foreach (int row in order)
        {
            int before = kept == 0 ? -1 : order[kept - 1];
            if (before >= 0 && !SameKey(before, row))
            {
                last = -1;
            }
            else if (before >= 0 && IsRepeated(before, row))
            {
                RepeatedCount++;
                _problems.Report(TableDiagnostics.Duplicate(PlaceOf(row), KeyText(row), PlaceOf(before)));
                continue;
            }

            bool everInForce = _from[row] <= _through[row];
            if (everInForce && last >= 0 && _from[row] <= _through[last])
            {
                RefusedCount++;
                bool areUndated = _from[row] == int.MinValue && _from[last] == int.MinValue && _through[row] == int.MaxValue && _through[last] == int.MaxValue;
                _problems.Report(areUndated
                    ? TableDiagnostics.KeyTwice(PlaceOf(row), KeyText(row), PlaceOf(last))
                    : TableDiagnostics.Overlap(PlaceOf(row), KeyText(row), _from[row], PlaceOf(last)));
                continue;
            }

            last = everInForce ? row : last;
            order[kept++] = row;
        }

        return order[..kept];
    }

    private bool SameKey(int left, int right)
    {
        foreach (DictionaryColumnBuilder key in _keys)
        {
            if (!key.Same(left, right))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsRepeated(int left, int right)
    {
        if (_from[left] != _from[right] || _through[left] != _through[right])
        {
            return false;
        }

        foreach (ColumnBuilder column in _cells)
        {
            if (!column.Same(left, right))
            {
                return false;
            }
        }

        return true;
    }

    private void Refuse(int row)
    {
        _refused ??= [];
        while (_refused.Count <= row)
        {
            _refused.Add(false);
        }

        RefusedCount += _refused[row] ? 0 : 1;
        _refused[row] = true;
    }

    private string KeyText(int row) => string.Join(", ", _keys.Select(key => key.Shown(row)));

    private TablePlace PlaceOf(int row) => (_origins[_originIds[row]] with { Line = _lines[row] }).At();
}
