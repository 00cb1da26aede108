using System.Numerics;
using System.Runtime.CompilerServices;

namespace EditEngine.Evaluation.Compiled;

/// <summary>Lines on which an edit fires, or would but for an exception, case by case: what compiled code finds where nothing is rendered.</summary>
internal sealed class LineMasks
{
    private ulong[] _fires = new ulong[4];
    private ulong[] _isExcepted = new ulong[4];
    private int _words;
    private int _cases;

    /// <summary>Nothing was said.</summary>
    public bool IsEmpty => _cases == 0;

    /// <summary>Begins with a claim of so many lines. What an evaluation that was ended left behind is forgotten.</summary>
    public void Begin(int lines)
    {
        Clear();
        _words = (lines + 63) / 64;
    }

    /// <summary>The edit fires on a line.</summary>
    public void Fire(int position, int line)
    {
        Require(position);
        _fires[(position * _words) + (line / 64)] |= 1UL << (line % 64);
    }

    /// <summary>The edit would fire on a line but for an exception.</summary>
    public void Except(int position, int line)
    {
        Require(position);
        _isExcepted[(position * _words) + (line / 64)] |= 1UL << (line % 64);
    }

    /// <summary>Forgets what was said.</summary>
    public void Clear()
    {
        _fires.AsSpan(0, _cases * _words).Clear();
        _isExcepted.AsSpan(0, _cases * _words).Clear();
        _cases = 0;
    }

    /// <summary>The next line of which something was said: the first case that did decides.</summary>
    /// <param name="line">The line before, -1 to begin; then the line.</param>
    /// <param name="position">The case.</param>
    /// <param name="fires">Whether it fires.</param>
    public bool Next(ref int line, out int position, out bool fires)
    {
        line++;
        for (int word = line / 64; word < _words; word++, line = word * 64)
        {
            ulong any = 0;
            for (int one = 0; one < _cases; one++)
            {
                any |= _fires[(one * _words) + word] | _isExcepted[(one * _words) + word];
            }

            any &= ulong.MaxValue << (line % 64);
            if (any != 0)
            {
                line = (word * 64) + BitOperations.TrailingZeroCount(any);
                position = 0;
                ulong bit = 1UL << (line % 64);
                while (((_fires[(position * _words) + word] | _isExcepted[(position * _words) + word]) & bit) == 0)
                {
                    position++;
                }

                fires = (_fires[(position * _words) + word] & bit) != 0;
                return true;
            }
        }

        (position, fires) = (0, false);
        return false;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Require(int position)
    {
        if (position >= _cases)
        {
            Grow(position + 1);
        }
    }

    private void Grow(int cases)
    {
        if (_fires.Length < cases * _words)
        {
            Array.Resize(ref _fires, cases * _words * 2);
            Array.Resize(ref _isExcepted, cases * _words * 2);
        }

        _cases = cases;
    }
}
