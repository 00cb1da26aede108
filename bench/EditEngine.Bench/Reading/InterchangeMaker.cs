using System.Globalization;
using System.Text;

namespace EditEngine.Bench.Reading;

/// <summary>Writes an 837P interchange of any length: one transaction of made-up claims over and over, each time with claim and control numbers of its own. The same for the same seed.</summary>
internal sealed class InterchangeMaker
{
    // SOURCE: TR3 005010X222A1, 1.3.2: a transaction has at most 5,000 claims.
    private const int ClaimsOfTransaction = 5_000;
    private const int Digits = 9;
    private const string Head =
        "ISA*00*          *00*          *ZZ*SUBMITTER      *ZZ*PAYER          *260115*1200*^*00501*000000001*0*T*:~\nGS*HC*SUBMITTER*PAYER*20260115*1200*1*X*005010X222A1~\n";

    private readonly Random _random;
    private readonly StringBuilder _text = new();
    private readonly List<int> _claimNumbers = [];
    private readonly List<int> _controlNumbers = [];
    private readonly byte[] _transaction;
    private int _segments;

    public InterchangeMaker(int seed)
    {
        _random = new Random(seed);
        MakeTransaction();
        _transaction = Encoding.ASCII.GetBytes(_text.ToString());
    }

    /// <summary>Writes whole transactions until there are so many bytes.</summary>
    /// <returns>Claims written.</returns>
    public long Write(Stream output, long bytes)
    {
        output.Write(Encoding.ASCII.GetBytes(Head));
        int transactions = 0;
        for (long written = Head.Length; written < bytes; written += _transaction.Length)
        {
            Number(transactions++);
            output.Write(_transaction);
        }

        output.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"GE*{transactions}*1~\nIEA*1*000000001~\n")));
        return (long)transactions * ClaimsOfTransaction;
    }

    private void Number(int transaction)
    {
        foreach (int at in _controlNumbers)
        {
            Put(at, transaction + 1);
        }

        for (int i = 0; i < _claimNumbers.Count; i++)
        {
            Put(_claimNumbers[i], (transaction * ClaimsOfTransaction) + i);
        }
    }

    private void Put(int at, int number)
    {
        for (int i = Digits - 1; i >= 0; i--)
        {
            _transaction[at + i] = (byte)('0' + (number % 10));
            number /= 10;
        }
    }

    private void MakeTransaction()
    {
        Numbered("ST*837*", _controlNumbers, "*005010X222A1");
        Segment("BHT*0019*00*1*20260115*1200*CH");
        Segment("NM1*41*2*TESTWARE BILLING*****46*SUBMITTER");
        Segment("PER*IC*HELP DESK*TE*5555550100");
        Segment("NM1*40*2*TEST PAYER*****46*PAYER");
        Segment("HL*1**20*1");
        Segment("NM1*85*2*TEST FAMILY MEDICINE*****XX*1234567893");
        Segment("N3*100 SAMPLE ST");
        Segment("N4*SPRINGFIELD*IL*627040000");
        Segment("REF*EI*123456789");
        for (int i = 0; i < ClaimsOfTransaction; i++)
        {
            MakeClaim(i + 2);
        }

        Numbered($"SE*{_segments + 1}*", _controlNumbers, "");
    }

    private void MakeClaim(int level)
    {
        Segment($"HL*{level}*1*22*0");
        Segment("SBR*P*18*******CI");
        Segment($"NM1*IL*1*TESTPATIENT*ALEX****MI*M{_random.Next(1_000_000):0000000}");
        Segment($"N3*{_random.Next(1, 999)} MAPLE AVE");
        Segment("N4*SPRINGFIELD*IL*62704");
        Segment($"DMG*D8*{Day(1930, 90):yyyyMMdd}*{(_random.Next(2) == 0 ? 'F' : 'M')}");
        Segment("NM1*PR*2*TEST PAYER*****PI*PAYER");
        int lines = _random.Next(2, 9);
        int[] charges = [.. Enumerable.Range(0, lines).Select(_ => _random.Next(10, 900))];
        Numbered("CLM*C", _claimNumbers, $"*{charges.Sum()}***11:B:1*Y*A*Y*Y");
        Segment($"HI*ABK:J{_random.Next(100, 999)}*ABF:R{_random.Next(100, 999)}");
        Segment("NM1*82*1*TESTDOC*SAM****XX*1003000126");
        DateOnly day = Day(2024, 1);
        for (int i = 0; i < lines; i++)
        {
            Segment($"LX*{i + 1}");
            Segment($"SV1*HC:{_random.Next(10_000, 99_999)}{(_random.Next(4) == 0 ? ":25" : "")}*{charges[i]}*UN*{_random.Next(1, 4)}***1");
            Segment($"DTP*472*D8*{day:yyyyMMdd}");
        }
    }

    private DateOnly Day(int firstYear, int years) => new DateOnly(firstYear, 1, 1).AddDays(_random.Next(365 * years));

    private void Segment(string text)
    {
        _segments++;
        _text.Append(text).Append("~\n");
    }

    private void Numbered(string before, List<int> places, string after)
    {
        places.Add(_text.Length + before.Length);
        Segment(before + new string('0', Digits) + after);
    }
}
