using System.Collections.Immutable;
using EditEngine.Compiler.Symbols;
using EditEngine.Diagnostics;

namespace EditEngine.Compiler.Binding;

/// <summary>A name that stands for a group.</summary>
/// <param name="Name">The name.</param>
/// <param name="Place">Where it was declared.</param>
/// <param name="Type">A group.</param>
/// <param name="Slot">Its slot.</param>
/// <param name="Keys">Its keys.</param>
/// <param name="Members">Who is grouped.</param>
internal sealed record GroupVariable(
    string Name, SourceSpan Place, LanguageType Type, int Slot, ImmutableArray<BoundGroupKeyDefinition> Keys, BoundSource Members)
    : VariableSymbol(Name, Place, Type, Slot)
{
    /// <summary>Position of a key, or -1.</summary>
    public int FindKey(string name)
    {
        for (int i = 0; i < Keys.Length; i++)
        {
            if (Keys[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }
}
