using System.Collections.Immutable;
using System.Text;
using EditEngine.Compiler.Binding;
using EditEngine.Compiler.Restrictions;
using EditEngine.Compiler.Text;
using EditEngine.Outcomes;
using EditEngine.Plans;

namespace EditEngine.Compiler.Lowering;

/// <summary>What is made of a bound edit, each when it is first asked for. It names no place in a text: it stays what it is where the edit only moves.</summary>
/// <param name="edit">The edit.</param>
internal sealed class LoweredEdit(BoundEdit edit)
{
    // It is kept for as long as the edit means the same: the text of the file as it was then must not be kept with it.
    private readonly BoundEdit _edit = edit with { Source = SourceText.None };
    private readonly Lock _gate = new();
    private ImmutableArray<SourceUse> _uses;
    private (ClaimMaxima Maxima, EditCost Cost)? _cost;
    private EditPlan? _plan;
    private byte[]? _form;
    private ImmutableArray<(string Text, HistoryNeed Need)> _needs;

    private ImmutableArray<SourceUse> Uses => _uses.IsDefault ? _uses = SourceUses.Of(_edit) : _uses;

    /// <summary>The most that it costs.</summary>
    public EditCost CostOn(ClaimMaxima maxima)
    {
        lock (_gate)
        {
            if (_cost is not { } known || known.Maxima != maxima)
            {
                _cost = known = (maxima, CostBound.Of(_edit, Uses, maxima));
            }

            return known.Cost;
        }
    }

    /// <summary>Its plan.</summary>
    public EditPlan PlanIn(ImmutableArray<string> phases)
    {
        lock (_gate)
        {
            return _plan ??= new EditLowering(
                _edit, new EditHeader(_edit.Id, _edit.PackVersion, _edit.Phase, Math.Max(0, phases.IndexOf(_edit.Phase)), _edit.Precedence, _edit.ScopeRank, _edit.Cites), Uses).Lower();
        }
    }

    /// <summary>What it reads of history, each with the text that stands for what is asked.</summary>
    public ImmutableArray<(string Text, HistoryNeed Need)> Needs
    {
        get
        {
            lock (_gate)
            {
                return _needs.IsDefault ? _needs = [.. new EditNeeds(_edit, Uses).All().Select(need => (NeedText.Of(need), need))] : _needs;
            }
        }
    }

    /// <summary>Its part of the form that the pack's hash is taken of.</summary>
    public byte[] Form
    {
        get
        {
            lock (_gate)
            {
                return _form ??= Encoding.UTF8.GetBytes(PackFingerprint.FormOf(_edit));
            }
        }
    }

    /// <summary>Lets go of what nothing needs that is made by now.</summary>
    public void Settle()
    {
        lock (_gate)
        {
            _uses = default;
        }
    }
}
