using System.Text;

namespace EditEngine.Compiler.Emit;

/// <summary>Lays out generated C# so that it can be read: blocks are indented.</summary>
internal static class CodeLayout
{
    private const int Step = 4;

    /// <summary>Lines with their blocks indented.</summary>
    /// <param name="lines">A statement a line; a block begins and ends with a line of its own.</param>
    /// <param name="depth">Of the first line.</param>
    public static string Of(string lines, int depth)
    {
        StringBuilder text = new();
        foreach (ReadOnlySpan<char> line in lines.AsSpan().TrimEnd('\n').EnumerateLines())
        {
            depth -= line is "}" ? 1 : 0;
            text.Append(' ', depth * Step).Append(line).Append('\n');
            depth += line is "{" ? 1 : 0;
        }

        return text.ToString();
    }
}
