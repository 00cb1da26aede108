using System.Collections.Immutable;
using System.IO.Enumeration;
using System.Text;
using System.Text.Json;
using EditEngine.Compiler.Diagnostics;
using EditEngine.Compiler.Text;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Packs;

/// <summary>Reads the text of <c>edits.json</c>, each mistake with its place.</summary>
internal sealed class PackSettingsReader(SourceText source, string root, Action<Diagnostic> report)
{
    private const string FreshWithin = "freshWithin";

    private static readonly EnumerationOptions Below = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    private readonly byte[] _bytes = Encoding.UTF8.GetBytes(source.Text);
    private readonly ImmutableDictionary<string, TableAge>.Builder _ages = PackSettings.None.FreshWithin.ToBuilder();
    private string[]? _files;

    public PackSettings Read()
    {
        Utf8JsonReader json = new(_bytes);
        try
        {
            ReadMembers(ref json);
        }
        catch (JsonException mistake)
        {
            report(PackDiagnostics.NotSettings(PlaceOf(OffsetOf(mistake), 1), "it is no JSON"));
        }

        return new PackSettings(_ages.ToImmutable());
    }

    private void ReadMembers(ref Utf8JsonReader json)
    {
        json.Read();
        if (!IsObject(ref json, "it is no JSON object"))
        {
            return;
        }

        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string member = json.GetString()!; // a name is a text
            SourceSpan place = PlaceOf(ref json);
            json.Read();
            if (member != FreshWithin)
            {
                report(PackDiagnostics.UnknownSetting(place, member, [FreshWithin]));
                json.Skip();
            }
            else if (IsObject(ref json, $"{FreshWithin} is no object"))
            {
                ReadAges(ref json);
            }
        }

        json.Read(); // nothing may stand after it
    }

    private void ReadAges(ref Utf8JsonReader json)
    {
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            string file = json.GetString()!; // a name is a text
            SourceSpan place = PlaceOf(ref json);
            _files ??= [.. NamesBelow(root)];
            if (!_files.Contains(file, StringComparer.OrdinalIgnoreCase))
            {
                report(PackDiagnostics.NoTableFile(place, file, NearestName.Of(file, _files.Distinct(StringComparer.Ordinal))));
            }

            json.Read();
            string value = json.TokenType == JsonTokenType.String ? json.GetString()! : ""; // a text has a value
            if (TableAge.Read(value) is TableAge age)
            {
                _ages[file] = age;
            }
            else
            {
                report(PackDiagnostics.NotAnAge(PlaceOf(ref json), source.Slice(SpanOf(ref json)).Trim('"')));
                json.Skip();
            }
        }
    }

    /// <summary>The names of all files; links to folders are not followed, for they may lead out or in a circle.</summary>
    private static FileSystemEnumerable<string> NamesBelow(string folder) => new(folder, (ref FileSystemEntry entry) => entry.FileName.ToString(), Below)
    {
        ShouldIncludePredicate = (ref FileSystemEntry entry) => !entry.IsDirectory,
        ShouldRecursePredicate = (ref FileSystemEntry entry) => (entry.Attributes & FileAttributes.ReparsePoint) == 0,
    };

    private bool IsObject(ref Utf8JsonReader json, string otherwise)
    {
        bool isObject = json.TokenType == JsonTokenType.StartObject;
        if (!isObject)
        {
            report(PackDiagnostics.NotSettings(PlaceOf(ref json), otherwise));
            json.Skip();
        }

        return isObject;
    }

    private SourceSpan PlaceOf(ref Utf8JsonReader json) => source.PlaceOf(SpanOf(ref json));

    private TextSpan SpanOf(ref Utf8JsonReader json) => SpanOf((int)json.TokenStartIndex, (int)(json.BytesConsumed - json.TokenStartIndex));

    private SourceSpan PlaceOf(int start, int length) => source.PlaceOf(SpanOf(start, length));

    private TextSpan SpanOf(int start, int length)
    {
        int begin = Math.Min(start, _bytes.Length);
        int end = Math.Min(begin + length, _bytes.Length);
        return new TextSpan(Encoding.UTF8.GetCharCount(_bytes, 0, begin), Encoding.UTF8.GetCharCount(_bytes, begin, end - begin));
    }

    private int OffsetOf(JsonException mistake)
    {
        int start = 0;
        for (long line = mistake.LineNumber ?? 0; line > 0; line--)
        {
            start = Array.IndexOf(_bytes, (byte)'\n', start) + 1;
        }

        return start + (int)(mistake.BytePositionInLine ?? 0);
    }
}
