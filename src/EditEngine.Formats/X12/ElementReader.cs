using EditEngine.Codes;
using EditEngine.Diagnostics;

namespace EditEngine.Formats.X12;

/// <summary>Reads elements of the segment at hand into members, notes where each came from, and reports what cannot be read.</summary>
internal sealed class ElementReader(ProblemLog problems, SourceMapBuilder places)
{
    private string? _loop;
    private byte _declaredSeparator;

    /// <summary>True once the claim at hand shows another separator of components than was declared: none of its elements is taken apart any more.</summary>
    public bool HasWrongSeparator { get; private set; }

    /// <summary>Begins a transaction.</summary>
    public void Begin(in Delimiters delimiters) => _declaredSeparator = delimiters.Component;

    /// <summary>Begins a claim.</summary>
    public void BeginClaim() => HasWrongSeparator = false;

    /// <summary>Goes to a segment of a loop.</summary>
    public void Enter(LoopRule rule) => _loop = rule.PlaceId;

    /// <summary>The separator of components that the interchange declares.</summary>
    public byte DeclaredSeparator => _declaredSeparator;

    /// <summary>The place of an element.</summary>
    public X12Place Place(in Segment segment, int? element = null, int? component = null) => problems.Place(segment, _loop, element, component);

    /// <summary>The place of an element that is past.</summary>
    public X12Place Place(long offset, int number, uint id, string loop, int element, string value) =>
        problems.Place(offset, number, SegmentId.Text(id), loop) with { Element = element, Value = value };

    public void Report(Diagnostic problem) => problems.Report(problem);

    /// <summary>A problem that is seen when the claims that it concerns are over.</summary>
    public void ReportOfFile(Diagnostic problem) => problems.ReportOfFile(problem);

    /// <summary>A problem that only keeps a claim from conforming.</summary>
    public void ReportOfGuide(Diagnostic problem) => problems.ReportOfGuide(problem);

    /// <summary>Notes where a value stands.</summary>
    public void Mark(in Segment segment, string path, int element, int component = 0, int first = 0, int second = 0) =>
        places.Mark(segment, _loop, path, element, component, first, second);

    /// <summary>Keeps a value that was read, and notes where it stands.</summary>
    public void Keep<T>(in Segment segment, in OpenRecord record, SentMember<T> member, T value, int element, int component = 0)
    {
        Mark(segment, member.Path, element, component, record.First, record.Second);
        member.Set(record, value);
    }

    /// <summary>Keeps a code.</summary>
    public void Keep(in Segment segment, in OpenRecord record, SentMember<Code> member, int element) =>
        member.Set(record, ReadCode(segment, member.System, member.Path, element, record.First));

    /// <summary>Keeps a text.</summary>
    public void Keep(in Segment segment, in OpenRecord record, SentMember<string?> member, int element) =>
        member.Set(record, ReadText(segment, member.Path, element, record.First));

    /// <summary>Keeps a text where none was kept before: the first counts.</summary>
    public void KeepFirst(in Segment segment, in OpenRecord record, SentMember<string?> member, int element)
    {
        if (member.Get(record) is null)
        {
            Keep(segment, record, member, element);
        }
    }

    /// <summary>Keeps an amount.</summary>
    public void Keep(in Segment segment, in OpenRecord record, SentMember<long?> member, int element) =>
        member.Set(record, ReadCents(segment, member.Path, element, record.First, record.Second));

    /// <summary>Keeps a number.</summary>
    public void Keep(in Segment segment, in OpenRecord record, SentMember<decimal?> member, int element)
    {
        ReadOnlySpan<byte> text = segment[element];
        if (text.IsEmpty)
        {
            member.Set(record, null);
            return;
        }

        Keep(segment, record, member, Values.Number(text), element);
    }

    public Code ReadCode(in Segment segment, CodeSystem system, string path, int element, int first = 0)
    {
        ReadOnlySpan<byte> text = segment[element];
        if (text.IsEmpty)
        {
            return default;
        }

        Mark(segment, path, element, 0, first);
        return CodeOf(segment, system, text, element);
    }

    /// <summary>A code as it is meant: where its leading zeros were lost, with them, and told.</summary>
    public Code CodeOf(in Segment segment, CodeSystem system, ReadOnlySpan<byte> text, int element, int? component = null)
    {
        Code code = Code.From(system, text);
        if (!LeadingZeros.TryRestore(code, out Code meant))
        {
            return code;
        }

        Report(X12ElementDiagnostics.LostZeros(Place(segment, element, component), SentText.Value(text), meant.ToPlainText()));
        return meant;
    }

    /// <summary>A text for a member that is kept later.</summary>
    public string? ReadText(in Segment segment, SentMember<string?> member, int element) => ReadText(segment, member.Path, element);

    public string? ReadText(in Segment segment, string path, int element, int first = 0)
    {
        ReadOnlySpan<byte> text = segment[element].Trim((byte)' ');
        if (text.IsEmpty)
        {
            return null;
        }

        Mark(segment, path, element, 0, first);
        return TextOf(text);
    }

    public long? ReadCents(in Segment segment, string path, int element, int first, int second)
    {
        ReadOnlySpan<byte> text = segment[element];
        if (text.IsEmpty)
        {
            return null;
        }

        Mark(segment, path, element, 0, first, second);
        long? cents = Values.Cents(text);
        if (cents is null && Values.IsNumber(text))
        {
            Report(X12ElementDiagnostics.PartOfCent(Place(segment, element), SentText.Value(text)));
        }

        return cents;
    }

    /// <summary>True where an element that must have components can be taken apart. Once a claim shows another separator than declared, none can.</summary>
    public bool HasComponents(in Segment segment, int element)
    {
        ReadOnlySpan<byte> text = segment[element];
        if (HasWrongSeparator)
        {
            return false;
        }

        int used = text.IndexOfAny(Delimiters.UsualComponents);
        if (used < 0 || segment.IsComposite(element))
        {
            return true;
        }

        HasWrongSeparator = true;
        Report(X12ElementDiagnostics.WrongSeparator(Place(segment, element), (char)text[used], (char)_declaredSeparator));
        return false;
    }

    /// <summary>Codes are read without points and hyphens, but they are not sent with them.</summary>
    public void CheckSigns(in Segment segment, int element, int? component, ReadOnlySpan<byte> code)
    {
        if (code.IndexOfAny((byte)'.', (byte)'-') >= 0)
        {
            Report(X12ElementDiagnostics.SignsInCode(Place(segment, element, component), SentText.Value(code)));
        }
    }

    /// <summary>Charges and units are billed, or are nothing: what is taken back is a claim of its own.</summary>
    public void CheckNegative(in Segment segment, int element)
    {
        if (segment[element] is [(byte)'-', ..])
        {
            Report(X12ElementDiagnostics.Negative(Place(segment, element), SentText.Value(segment[element])));
        }
    }

    public static bool Is(ReadOnlySpan<byte> element, ReadOnlySpan<byte> value) => element.SequenceEqual(value);

    public static string TextOf(ReadOnlySpan<byte> text) => System.Text.Encoding.UTF8.GetString(text);
}
