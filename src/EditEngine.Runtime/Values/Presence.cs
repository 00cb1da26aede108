namespace EditEngine.Values;

/// <summary>What is known of a value.</summary>
internal enum Presence : byte
{
    /// <summary>A fact that was not given.</summary>
    Missing = 0,

    /// <summary>There is no such thing.</summary>
    None = 1,

    /// <summary>Known.</summary>
    Known = 2,

    /// <summary>A number of which bounds are known.</summary>
    Range = 3,
}

/// <summary>What presences say of a value, and of what is made of two.</summary>
internal static class PresenceLogic
{
    /// <summary>There is no value: it is missing, or none.</summary>
    public static bool IsAbsent(this Presence presence) => presence <= Presence.None;

    /// <summary>Something of the value was not given: all of it, or all but its bounds.</summary>
    public static bool IsOpen(this Presence presence) => presence is Presence.Missing or Presence.Range;

    /// <summary>What becomes of two values that are both asked for: none decides, whatever else is missing.</summary>
    public static Presence With(this Presence left, Presence right) =>
        left == Presence.None || right == Presence.None ? Presence.None
        : left == Presence.Missing || right == Presence.Missing ? Presence.Missing
        : Presence.Known;
}
