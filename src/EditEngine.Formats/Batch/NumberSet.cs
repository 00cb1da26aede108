namespace EditEngine.Formats.Batch;

/// <summary>A set of evenly spread 64-bit numbers in some eleven bytes each: pages found by a number's first bits, of which one that is full is split in two.</summary>
/// <remarks>It grows page by page and throws nothing away: the framework's set takes twenty bytes for each, and as many again while it grows.</remarks>
internal sealed class NumberSet
{
    // Numbers that are evenly spread fill 35 million places before pages are no longer split.
    private const int MostBits = 16;

    private readonly ulong[] _parted = new ulong[Page.Slots];
    private Page[] _pages = [new Page(0)];
    private int _bits;
    private bool _hasZero;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>True for a number of the set.</summary>
    public bool Contains(ulong number) => number == 0 ? _hasZero : PageOf(number).Contains(number);

    /// <summary>Adds a number. False where it is in the set.</summary>
    public bool Add(ulong number)
    {
        if (number == 0 ? _hasZero : !TryPut(number))
        {
            return false;
        }

        _hasZero |= number == 0;
        Count++;
        return true;
    }

    private Page PageOf(ulong number) => _pages[PlaceOf(number, _bits)];

    private bool TryPut(ulong number)
    {
        Page page = PageOf(number);
        if (!page.TryPut(number))
        {
            return false;
        }

        if (page.IsFull)
        {
            MakeRoom(page, number);
        }

        return true;
    }

    private void MakeRoom(Page page, ulong number)
    {
        if (page.Bits == MostBits)
        {
            page.Grow();
            return;
        }

        if (page.Bits == _bits)
        {
            _pages = [.. _pages.SelectMany(static one => (Page[])[one, one])];
            _bits++;
        }

        // The second half of the places that lead to it lead to another from now on.
        Page second = page.Split(_parted);
        int places = 1 << (_bits - second.Bits);
        int first = PlaceOf(number, second.Bits - 1) * 2 * places;
        _pages.AsSpan(first + places, places).Fill(second);
    }

    private static int PlaceOf(ulong number, int bits) => (int)(number >> 32 >> (32 - bits));

    /// <summary>Numbers that share their first bits.</summary>
    /// <param name="bits">How many bits they share.</param>
    private sealed class Page(int bits)
    {
        public const int Slots = 640;

        // Where they lie they stay: what is made of claims is not pushed together around them.
        private ulong[] _slots = GC.AllocateArray<ulong>(Slots, pinned: true);
        private int _count;

        /// <summary>How many bits they share.</summary>
        public int Bits { get; private set; } = bits;

        /// <summary>True where a search passes many slots, or would with a few more.</summary>
        public bool IsFull => _count >= _slots.Length * 5 / 6;

        public bool Contains(ulong number) => _slots[SlotOf(number)] == number;

        public bool TryPut(ulong number)
        {
            ref ulong slot = ref _slots[SlotOf(number)];
            if (slot == number)
            {
                return false;
            }

            slot = number;
            _count++;
            return true;
        }

        /// <summary>Parts its numbers by the next bit.</summary>
        /// <param name="all">Room for its slots, used for every page: what is thrown away grows old beside what is kept.</param>
        /// <returns>The page of those that have it.</returns>
        public Page Split(ulong[] all)
        {
            _slots.CopyTo(all, 0);
            Array.Clear(_slots);
            _count = 0;
            Page second = new(++Bits);
            foreach (ulong number in all)
            {
                if (number != 0)
                {
                    _ = (number >> (64 - Bits) & 1) == 0 ? TryPut(number) : second.TryPut(number);
                }
            }

            return second;
        }

        /// <summary>Makes room without a split.</summary>
        public void Grow()
        {
            ulong[] all = _slots;
            _slots = new ulong[2 * all.Length];
            _count = 0;
            foreach (ulong number in all)
            {
                _ = number != 0 && TryPut(number);
            }
        }

        // INVARIANT: a page is never without an empty slot, so that a search ends.
        private int SlotOf(ulong number)
        {
            int slot = (int)Math.BigMul(number << Bits, (ulong)_slots.Length, out _);
            while (_slots[slot] != 0 && _slots[slot] != number)
            {
                slot = slot + 1 == _slots.Length ? 0 : slot + 1;
            }

            return slot;
        }
    }
}
