using System.Globalization;
using System.Text;
using Xunit;

namespace EditEngine.Tests.X12;

/// <summary>What came before in the same bytes is right again, and in no others.</summary>
public sealed class RightSegmentsTests
{
    [Theory]
    [InlineData(20)]
    [InlineData(62)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(66)]
    public void A_byte_that_differs_is_seen_wherever_it_stands(int length)
    {
        // NM1 of the payer: of a length that fits one comparison, or just not.
        const string Before = "NM1*PR*2*";
        const string Behind = "*****PI*P";
        string payer = Before + new string('A', length - Before.Length - Behind.Length) + Behind;
        for (int at = Before.Length - 2; at < payer.Length; at++)
        {
            string other = payer.Remove(at, 1).Insert(at, "!");
            X12Comparison.Hold(File(payer, payer, other, payer));
        }
    }

    [Theory]
    [InlineData("DTP*472*D8*20240131", "DTP*472*D8*20240132")]
    [InlineData("DTP*472*D8*20240131", "DTP*472*RD*20240131")]
    [InlineData("DTP*472*D8*20240131", "DTP*472*D8*2024013")]
    public void A_day_that_is_none_is_told_behind_one_that_is(string right, string wrong)
    {
        string payer = "NM1*PR*2*PAYER*****PI*P";
        string text = Encoding.ASCII.GetString(File(payer, payer, payer, payer));
        int second = text.IndexOf("DTP*472", text.IndexOf("DTP*472", StringComparison.Ordinal) + 1, StringComparison.Ordinal);
        int end = text.IndexOf('~', second);
        foreach (string day in (string[])[right, wrong])
        {
            X12Comparison.Hold(Encoding.ASCII.GetBytes(string.Concat(text.AsSpan(0, second), day, text.AsSpan(end))));
        }
    }

    [Theory]
    [InlineData("CLM*C1*")]
    [InlineData("HI*ABK")]
    [InlineData("SV1*HC:99213*")]
    [InlineData("DMG*D8*")]
    [InlineData("DTP*472*D8*")]
    [InlineData("NM1*IL*")]
    [InlineData("SBR*")]
    [InlineData("HL*3*")]
    public void Any_sign_in_the_place_of_another_is_read_as_if_none_had_come_before(string begins)
    {
        const string Payer = "NM1*PR*2*PAYER*****PI*P";
        string text = Encoding.ASCII.GetString(File(Payer, Payer, Payer, Payer)).Replace("ABK:J101", "ABK:J101*ABF:R05", StringComparison.Ordinal).Replace("HC:99213*100*UN*1***1~", "HC:99213:25*100*UN*1.5***1:1~", StringComparison.Ordinal);
        int first = text.IndexOf("HL*3*", StringComparison.Ordinal);
        begins = begins.Replace("HC:99213*", "HC:99213:25*", StringComparison.Ordinal);
        int start = text.IndexOf(begins, begins[0] is 'C' or 'H' && begins[1] != 'I' ? 0 : first, StringComparison.Ordinal);
        int end = text.IndexOf('~', start);
        for (int at = start; at < end; at++)
        {
            foreach (char sign in "09AZ:*-. ^>/")
            {
                X12Comparison.Hold(Encoding.ASCII.GetBytes(text.Remove(at, 1).Insert(at, sign.ToString())));
            }
        }
    }

    private static byte[] File(params string[] payers)
    {
        const string Envelope = "ISA*00*          *00*          *ZZ*SUBMITTER      *ZZ*PAYER          *260115*1200*^*00501*000000001*0*T*:~\nGS*HC*SUBMITTER*PAYER*20260115*1200*1*X*005010X222A1~\n";
        const string Head = "ST*837*0001*005010X222A1~\nBHT*0019*00*1*20260115*1200*CH~\nNM1*41*2*TESTWARE BILLING*****46*SUBMITTER~\nPER*IC*HELP DESK*TE*5555550100~\nNM1*40*2*TEST PAYER*****46*PAYER~\n"
            + "HL*1**20*1~\nNM1*85*2*TEST FAMILY MEDICINE*****XX*1234567893~\nN3*100 SAMPLE ST~\nN4*SPRINGFIELD*IL*627040000~\nREF*EI*123456789~\n";
        StringBuilder transaction = new(Head);
        for (int i = 0; i < payers.Length; i++)
        {
            transaction.Append(CultureInfo.InvariantCulture, $"HL*{i + 2}*1*22*0~\nSBR*P*18*******CI~\nNM1*IL*1*TESTPATIENT*ALEX****MI*M{i}~\nN3*1 MAPLE AVE~\nN4*SPRINGFIELD*IL*62704~\nDMG*D8*19500101*F~\n{payers[i]}~\n")
                .Append(CultureInfo.InvariantCulture, $"CLM*C{i}*100***11:B:1*Y*A*Y*Y~\nHI*ABK:J101~\nLX*1~\nSV1*HC:99213*100*UN*1***1~\nDTP*472*D8*20240131~\n");
        }

        string segments = transaction.ToString();
        return Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Envelope}{segments}SE*{segments.AsSpan().Count('~') + 1}*0001~\nGE*1*1~\nIEA*1*000000001~\n"));
    }
}
