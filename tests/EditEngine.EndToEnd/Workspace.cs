using System.IO.Compression;
using System.Text;

namespace EditEngine.EndToEnd;

/// <summary>A folder of one test, with a small pack in it.</summary>
public sealed class Workspace : IDisposable
{
    public const string Rules = """
        pack sample.one version "1"
        dates by date of service
        reasons
          BUNDLED = CO 97

        codes @minor : CPT = { 11102, 17110 }

        edit ONE "Visit on the day of a minor procedure"
          for each  professional line v, other line m  with same date
          when      v.procedure = 99213 and m.procedure in @minor
          and       v has no modifier 25
          then      deny v  reason BUNDLED
          message   "{v.procedure} is included in {m.procedure}."

          test "no 25"
            claim professional
              line 1: 99213 on 2025-03-04
              line 2: 11102 on 2025-03-04
            expect line 1 denied by ONE
        end
        """;

    public Workspace()
    {
        Folder = Directory.CreateTempSubdirectory("edits-").FullName;
        Write("pack/one.edit", Rules);
    }

    public string Folder { get; }

    public static string Claim(string id, string rest = "\"processedDate\":\"2025-03-20\",", string second = "11102") =>
        $$"""{"id":"{{id}}","type":"professional",{{rest}}"lines":[{"number":1,"procedure":"99213","units":1,"from":"2025-03-04"},{"number":2,"procedure":"{{second}}","units":1,"from":"2025-03-04"}]}""";

    public string Write(string name, string text) => Write(name, Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        string file = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(file) ?? Folder);
        File.WriteAllBytes(file, bytes);
        return file;
    }

    public string WriteGzip(string name, string text)
    {
        using MemoryStream packed = new();
        using (GZipStream gzip = new(packed, CompressionLevel.Fastest))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return Write(name, packed.ToArray());
    }

    public ToolRun Run(params string[] arguments) => Tool.Run(Folder, arguments);

    public ToolRun Shell(string command) => Tool.Shell(Folder, command);

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
