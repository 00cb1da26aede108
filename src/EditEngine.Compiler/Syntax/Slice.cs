using EditEngine.Compiler.Text;
using Grammar = EditEngine.Compiler.Syntax.Generated.EditParser;

namespace EditEngine.Compiler.Syntax;

/// <summary>A slice that did not parse, and the means to try what would.</summary>
/// <param name="Tokens">Its tokens.</param>
/// <param name="At">Index of the first that does not fit.</param>
/// <param name="FailsAt">Index at which another list of tokens fails; <see cref="int.MaxValue"/> where it parses.</param>
internal sealed record Slice(List<EditToken> Tokens, int At, Func<List<EditToken>, int> FailsAt)
{
    private readonly Dictionary<int, bool> _fits = [];

    /// <summary>The token that does not fit, or null at the end.</summary>
    public EditToken? Offending => At < Tokens.Count ? Tokens[At] : null;

    /// <summary>The token before it; the first where that one is it.</summary>
    public EditToken Before => Tokens[Math.Max(0, At - 1)];

    /// <summary>The point after the token before.</summary>
    public TextSpan End => new(Before.End, 0);

    /// <summary>A token of this type fits in place of the offending one.</summary>
    public bool GoesOnWith(int type)
    {
        if (!_fits.TryGetValue(type, out bool fits))
        {
            fits = FailsAt([.. Tokens[..At], Before.Copied(type)]) > At;
            _fits.Add(type, fits);
        }

        return fits;
    }

    /// <summary>The slice may end before the offending token.</summary>
    public bool MayEnd() => At > 0 && FailsAt(Tokens[..At]) > At;

    /// <summary>A token of this type before the offending one makes the whole parse.</summary>
    public bool IsMendedByInserting(int type) => FailsAt([.. Tokens[..At], Before.Copied(type), .. Tokens[At..]]) == int.MaxValue;

    /// <summary>The whole parses without the offending token.</summary>
    public bool IsMendedByRemoving() => Tokens.Count > 1 && FailsAt([.. Tokens[..At], .. Tokens[(At + 1)..]]) == int.MaxValue;

    /// <summary>The last bracket opened and not closed before the offending token.</summary>
    public EditToken? InnermostOpen()
    {
        int closed = 0;
        for (int i = At - 1; i >= 0; i--)
        {
            if (Tokens[i].Type is Grammar.RP or Grammar.RB)
            {
                closed++;
            }
            else if (Tokens[i].Type is Grammar.LP or Grammar.LB && closed-- == 0)
            {
                return Tokens[i];
            }
        }

        return null;
    }

    /// <summary>How many brackets are open before the offending token.</summary>
    public int OpenCount() => Tokens.Take(At).Sum(token => token.Type switch { Grammar.LP or Grammar.LB => 1, Grammar.RP or Grammar.RB => -1, _ => 0 });
}
