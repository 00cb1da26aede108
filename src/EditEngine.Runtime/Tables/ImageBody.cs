namespace EditEngine.Tables;

/// <summary>The body of an image: gives out sections that lie inside it, and throws <see cref="InvalidDataException"/> for any other.</summary>
internal readonly unsafe struct ImageBody
{
    private readonly byte* _body;
    private readonly long _length;

    public ImageBody(byte* body, long length)
    {
        _body = body;
        _length = length;
    }

    public byte* At(Section section, long expected)
    {
        bool inside = section.Offset >= 0 && section.Length >= 0 && section.Offset <= _length && section.Length <= _length - section.Offset;
        if (!inside || section.Length != expected || section.Offset % 8 != 0)
        {
            throw new InvalidDataException("a part lies outside of the file");
        }

        return _body + section.Offset;
    }

    public Cells Cells(Section section, int count, byte width)
    {
        if (width is not (0 or 1 or 2 or 4 or 8))
        {
            throw new InvalidDataException("a width is not known");
        }

        return new Cells(At(section, (long)count * width), count, width, width);
    }

    /// <summary>One number of each record.</summary>
    public Cells Cells(Section records, int count, int stride, int offset, byte width)
    {
        if (width is not (0 or 1 or 2 or 4) || stride is < 0 or > ushort.MaxValue || offset < 0 || offset + width > stride)
        {
            throw new InvalidDataException("a record is too short");
        }

        return new Cells(At(records, (long)count * stride) + offset, count, width, stride);
    }

    public Cells Cells(Section section)
    {
        if (section.Length % 4 != 0 || section.Length / 4 > int.MaxValue)
        {
            throw new InvalidDataException("an index has an odd length");
        }

        return new Cells(At(section, section.Length), (int)(section.Length / 4), 4, 4);
    }
}
