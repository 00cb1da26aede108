using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace EditEngine.Compiler.Binding;

/// <summary>Names of one kind in the order declared. Who reads it by a name, or lists it, is written down: there is no other way to what it holds.</summary>
/// <param name="kind">Of its names.</param>
/// <param name="names">Those that it holds.</param>
/// <param name="reads">Where it is written down just now; null: nowhere.</param>
internal sealed class NameTable<T>(NameKind kind, Dictionary<string, T> names, Func<NameReads?> reads) : IEnumerable<KeyValuePair<string, T>>
    where T : class
{
    public IEnumerable<string> Keys => this.Select(one => one.Key);

    public IEnumerable<T> Values => this.Select(one => one.Value);

    public T this[string name]
    {
        get => TryGetValue(name, out T? found) ? found : throw new KeyNotFoundException(name);
        set => names[name] = value;
    }

    public bool TryGetValue(string name, [NotNullWhen(true)] out T? found)
    {
        reads()?.Ask(kind, name);
        return names.TryGetValue(name, out found);
    }

    public bool ContainsKey(string name) => TryGetValue(name, out _);

    public void Remove(string name) => names.Remove(name);

    public IEnumerator<KeyValuePair<string, T>> GetEnumerator()
    {
        reads()?.List();
        return names.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>The same names, read by another.</summary>
    public NameTable<T> ReadBy(Func<NameReads?> others) => new(kind, names, others);

    /// <summary>Adds the names that do not mean the same in both: those that only one has, too.</summary>
    public void AddChanged(NameTable<T> before, Func<string, T, T, bool> areSame, HashSet<(NameKind Kind, string Name)> changed)
    {
        foreach ((string name, T value) in this)
        {
            if (!before.TryGetValue(name, out T? other) || !areSame(name, other, value))
            {
                changed.Add((kind, name));
            }
        }

        changed.UnionWith(before.Keys.Where(name => !ContainsKey(name)).Select(name => (kind, name)));
    }
}
