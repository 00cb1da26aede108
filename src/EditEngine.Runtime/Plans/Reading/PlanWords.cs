using System.Text.Json;

namespace EditEngine.Plans.Reading;

/// <summary>The words of an enumeration in plans: its own names.</summary>
internal static class PlanWords<T>
    where T : struct, Enum
{
    // Asked as a type: what is asked as a generic argument is compiled anew for every enumeration when a program starts.
    private static readonly Type Kind = typeof(T);
    private static readonly string[] Names = Enum.GetNames(Kind);
    private static readonly T[] Values = ValuesOf(Names);

    /// <summary>What a word says.</summary>
    /// <exception cref="JsonException">It is none of them.</exception>
    public static T Of(JsonElement word)
    {
        for (int i = 0; i < Names.Length; i++)
        {
            if (word.ValueEquals(Names[i]))
            {
                return Values[i];
            }
        }

        throw new JsonException($"'{word}' is none of {string.Join(", ", Names)}");
    }

    private static T[] ValuesOf(string[] names)
    {
        T[] values = new T[names.Length];
        for (int i = 0; i < names.Length; i++)
        {
            values[i] = (T)Enum.Parse(Kind, names[i]);
        }

        return values;
    }
}
