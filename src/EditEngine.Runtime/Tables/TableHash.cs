using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace EditEngine.Tables;

/// <summary>The content hash: over what a rule can see of a table, however it is stored.</summary>
/// <remarks>Column by column, each cell in one form: packed code, text, digits and decimals without trailing zeros, day number.</remarks>
internal static class TableHash
{
    public static byte[] Of(Table table)
    {
        using var hash = new HashedCells();
        hash.Add(table.RowCount);
        hash.Add(table.Columns.Length);
        for (int i = 0; i < table.Columns.Length; i++)
        {
            TableColumn column = table.Columns[i];
            hash.Add(column.Name);
            hash.Add((int)column.Type);
            hash.Add((int)column.System);
            hash.Add(column.IsKey ? 1 : 0);
            AddCells(hash, table, i);
        }

        for (int row = 0; row < table.RowCount; row++)
        {
            hash.Add(table.GetFrom(row));
            hash.Add(table.GetThrough(row));
        }

        return hash.Finish();
    }

    private static void AddCells(HashedCells hash, Table table, int column)
    {
        switch (table.Columns[column].Type)
        {
            case ColumnType.Code:
                for (int row = 0; row < table.RowCount; row++)
                {
                    hash.Add((long)table.GetCode(row, column));
                }

                break;
            case ColumnType.Text:
                for (int row = 0; row < table.RowCount; row++)
                {
                    hash.Add(table.GetText(row, column) ?? "");
                }

                break;
            case ColumnType.Number:
                for (int row = 0; row < table.RowCount; row++)
                {
                    AddNumber(hash, table.GetScaled(row, column), table.ScaleOf(column));
                }

                break;
            case ColumnType.Date:
                for (int row = 0; row < table.RowCount; row++)
                {
                    hash.Add(table.GetDate(row, column));
                }

                break;
            default:
                for (int row = 0; row < table.RowCount; row++)
                {
                    hash.Add(table.GetYesNo(row, column) switch { true => 1, false => 0, null => 2 });
                }

                break;
        }
    }

    private static void AddNumber(HashedCells hash, long digits, int scale)
    {
        while (scale > 0 && digits % 10 == 0)
        {
            digits /= 10;
            scale--;
        }

        hash.Add(digits);
        hash.Add(digits == long.MinValue ? 0 : scale);
    }

    private sealed class HashedCells : IDisposable
    {
        private readonly IncrementalHash _sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private readonly byte[] _buffer = new byte[1 << 16];
        private int _used;

        public void Add(long value)
        {
            BinaryPrimitives.WriteInt64LittleEndian(Room(8), value);
            _used += 8;
        }

        public void Add(int value)
        {
            BinaryPrimitives.WriteInt32LittleEndian(Room(4), value);
            _used += 4;
        }

        public void Add(string text)
        {
            byte[] bytes = Encoding.UTF8.GetBytes(text);
            Add(bytes.Length);
            Flush();
            _sha.AppendData(bytes);
        }

        public byte[] Finish()
        {
            Flush();
            return _sha.GetHashAndReset();
        }

        public void Dispose() => _sha.Dispose();

        private Span<byte> Room(int length)
        {
            if (_buffer.Length - _used < length)
            {
                Flush();
            }

            return _buffer.AsSpan(_used);
        }

        private void Flush()
        {
            _sha.AppendData(_buffer, 0, _used);
            _used = 0;
        }
    }
}
