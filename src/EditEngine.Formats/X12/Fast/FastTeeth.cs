using EditEngine.Codes;
using EditEngine.Formats.Rows;

namespace EditEngine.Formats.X12.Fast;

/// <summary>TOO: the teeth of a line, and at its end the surfaces of all of them. As <see cref="ServiceSegments"/> reads them.</summary>
internal sealed class FastTeeth(FastContext context)
{
    private const int MostSurfaces = 5;

    private readonly List<ulong> _surfaces = [];
    private int _line;
    private RowRange _teeth;

    public bool Read(in FastSegment segment)
    {
        _line = context.LineNumber;
        if (!FastValues.TryCode(CodeSystem.Tooth, segment[2], out ulong tooth))
        {
            return false;
        }

        ref LineDetailRow detail = ref context.LineDetail;
        detail.Tooth = detail.Tooth == 0 ? tooth : detail.Tooth;
        int before = _surfaces.Count;
        RowRange own = default;
        for (int component = 1; component <= MostSurfaces; component++)
        {
            if (!FastValues.TryCode(CodeSystem.Surface, segment.Component(3, component), out ulong surface))
            {
                return false;
            }

            if (surface == 0)
            {
                continue;
            }

            // The line has each surface once, whichever of its teeth have it; what one tooth repeats stays as sent.
            if (_surfaces.IndexOf(surface, 0, before) < 0)
            {
                _surfaces.Add(surface);
            }

            if (!context.Batch.Codes.TryAppend(ref own, surface))
            {
                return false;
            }
        }

        return tooth == 0 || context.Batch.Teeth.TryAppend(ref _teeth, new ToothRow { Tooth = tooth, Surfaces = own });
    }

    /// <summary>Ends the line that was open, if it has teeth.</summary>
    public bool EndLine()
    {
        if (_line == 0)
        {
            return true;
        }

        if (_line == context.LineNumber && context.ClaimNumber != 0)
        {
            ref LineDetailRow detail = ref context.LineDetail;
            detail.Teeth = _teeth.Count > 1 ? _teeth : default;
            foreach (ulong surface in _surfaces)
            {
                if (!context.Batch.Codes.TryAppend(ref detail.Surfaces, surface))
                {
                    return false;
                }
            }
        }

        Forget();
        return true;
    }

    /// <summary>Forgets what a block left that was taken back.</summary>
    public void Forget()
    {
        (_line, _teeth) = (0, default);
        _surfaces.Clear();
    }
}
