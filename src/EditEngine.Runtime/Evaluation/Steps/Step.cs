using System.Runtime.CompilerServices;

namespace EditEngine.Evaluation.Steps;

/// <summary>One step of a plan: data that can run itself. The types are <see cref="Truth"/>, <see cref="Num"/>, day numbers (int), codes as
/// numbers (ulong), texts, instants (long), <see cref="Span"/>, <see cref="CodeList"/> and things (<see cref="Slot"/>).</summary>
/// <typeparam name="T">What it gives.</typeparam>
public abstract class Step<T>
{
    /// <summary>The value over a frame. Never throws on content; allocates nothing.</summary>
    public abstract T Run(Frame frame);

    /// <summary>Adds the fields on which the value hangs, where it is unknown, missing or a range.</summary>
    public abstract void Collect(Frame frame, MissingFields missing);
}

/// <summary>Days or months.</summary>
/// <param name="Presence">Known, missing or none.</param>
/// <param name="Days">Days.</param>
/// <param name="Months">Months.</param>
public readonly record struct Span(Presence Presence, int Days, int Months);

/// <summary>What steps ask of values of every type.</summary>
public static class Values
{
    /// <summary>The missing value of a type.</summary>
    public static T Missing<T>()
    {
        if (typeof(T) == typeof(Truth))
        {
            Truth unknown = Truth.Unknown;
            return Unsafe.As<Truth, T>(ref unknown);
        }

        if (typeof(T) == typeof(int))
        {
            int day = Day.Missing;
            return Unsafe.As<int, T>(ref day);
        }

        if (typeof(T) == typeof(long))
        {
            long instant = long.MinValue;
            return Unsafe.As<long, T>(ref instant);
        }

        if (typeof(T) == typeof(Slot))
        {
            Slot slot = new(Store.Missing, -1, null);
            return Unsafe.As<Slot, T>(ref slot);
        }

        return default!; // Num, ulong, string, Span and CodeList are missing by default.
    }

    /// <summary>The value of a type that says there is none.</summary>
    public static T None<T>()
    {
        if (typeof(T) == typeof(Num))
        {
            Num none = Num.None;
            return Unsafe.As<Num, T>(ref none);
        }

        if (typeof(T) == typeof(int))
        {
            int none = Day.None;
            return Unsafe.As<int, T>(ref none);
        }

        if (typeof(T) == typeof(ulong))
        {
            ulong none = CodeKey.None;
            return Unsafe.As<ulong, T>(ref none);
        }

        if (typeof(T) == typeof(long))
        {
            long none = long.MinValue + 1;
            return Unsafe.As<long, T>(ref none);
        }

        if (typeof(T) == typeof(string))
        {
            string none = Read.NoText;
            return Unsafe.As<string, T>(ref none);
        }

        if (typeof(T) == typeof(Span))
        {
            Span none = new(Presence.None, 0, 0);
            return Unsafe.As<Span, T>(ref none);
        }

        if (typeof(T) == typeof(CodeList))
        {
            CodeList none = CodeList.None;
            return Unsafe.As<CodeList, T>(ref none);
        }

        return default!; // Truth false and the slot of no thing.
    }

    /// <summary>Known, missing, none or a range.</summary>
    public static Presence PresenceOf<T>(T value)
    {
        if (typeof(T) == typeof(Num))
        {
            return Unsafe.As<T, Num>(ref value).Presence;
        }

        if (typeof(T) == typeof(int))
        {
            int day = Unsafe.As<T, int>(ref value);
            return day == Day.Missing ? Presence.Missing : day == Day.None ? Presence.None : Presence.Known;
        }

        if (typeof(T) == typeof(ulong))
        {
            ulong code = Unsafe.As<T, ulong>(ref value);
            return code == CodeKey.Missing ? Presence.Missing : code == CodeKey.None ? Presence.None : Presence.Known;
        }

        if (typeof(T) == typeof(long))
        {
            long instant = Unsafe.As<T, long>(ref value);
            return instant == long.MinValue ? Presence.Missing : instant == long.MinValue + 1 ? Presence.None : Presence.Known;
        }

        if (typeof(T) == typeof(string))
        {
            string? text = Unsafe.As<T, string?>(ref value);
            return text is null ? Presence.Missing : ReferenceEquals(text, Read.NoText) ? Presence.None : Presence.Known;
        }

        if (typeof(T) == typeof(Span))
        {
            return Unsafe.As<T, Span>(ref value).Presence;
        }

        if (typeof(T) == typeof(Slot))
        {
            Store store = Unsafe.As<T, Slot>(ref value).Store;
            return store == Store.Missing ? Presence.Missing : store == Store.None ? Presence.None : Presence.Known;
        }

        if (typeof(T) == typeof(CodeList))
        {
            return Unsafe.As<T, CodeList>(ref value).Presence;
        }

        return Unsafe.As<T, Truth>(ref value) == Truth.Unknown ? Presence.Missing : Presence.Known;
    }

    /// <summary>Whether two values are the same value, known or not.</summary>
    public static bool AreSame<T>(T left, T right)
    {
        if (typeof(T) == typeof(Num))
        {
            Num a = Unsafe.As<T, Num>(ref left);
            Num b = Unsafe.As<T, Num>(ref right);
            return a.Presence == b.Presence && a.HasLow == b.HasLow && a.HasHigh == b.HasHigh && (!a.HasLow || a.Low == b.Low) && (!a.HasHigh || a.High == b.High);
        }

        if (typeof(T) == typeof(Slot))
        {
            return Unsafe.As<T, Slot>(ref left).IsSame(Unsafe.As<T, Slot>(ref right));
        }

        return EqualityComparer<T>.Default.Equals(left, right);
    }

    /// <summary>A comparison of two values of a type.</summary>
    public static Truth Compare<T>(Relation relation, T left, T right)
    {
        if (typeof(T) == typeof(Num))
        {
            return NumMath.Compare(relation, Unsafe.As<T, Num>(ref left), Unsafe.As<T, Num>(ref right));
        }

        if (typeof(T) == typeof(int))
        {
            return Day.Compare(relation, Unsafe.As<T, int>(ref left), Unsafe.As<T, int>(ref right));
        }

        Presence a = PresenceOf(left);
        Presence b = PresenceOf(right);
        if (a == Presence.Missing || b == Presence.Missing)
        {
            return Truth.Unknown;
        }

        if (a == Presence.None || b == Presence.None)
        {
            return NumMath.OfNone(relation, a == b);
        }

        return NumMath.Holds(relation, OrderOf(left, right));
    }

    /// <summary>The order of two known values.</summary>
    public static int OrderOf<T>(T left, T right)
    {
        if (typeof(T) == typeof(string))
        {
            string a = Unsafe.As<T, string>(ref left);
            string b = Unsafe.As<T, string>(ref right);
            return ReferenceEquals(a, b) ? 0 : string.CompareOrdinal(a, b);
        }

        if (typeof(T) == typeof(Slot))
        {
            Slot a = Unsafe.As<T, Slot>(ref left);
            Slot b = Unsafe.As<T, Slot>(ref right);
            return a.IsSame(b) ? 0 : a.Store != b.Store ? a.Store.CompareTo(b.Store) : a.Index != b.Index ? a.Index.CompareTo(b.Index) : 1;
        }

        if (typeof(T) == typeof(Num))
        {
            return Numbers.Rational.Compare(Unsafe.As<T, Num>(ref left).Low, Unsafe.As<T, Num>(ref right).Low) ?? 0;
        }

        return Comparer<T>.Default.Compare(left, right);
    }
}
