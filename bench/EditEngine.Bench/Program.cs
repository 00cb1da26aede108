using System.Globalization;
using EditEngine.Bench;

CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
if (args is ["--interchange", string bytes])
{
    // An 837P of so many bytes on the standard output, made as it goes.
    using Stream output = Console.OpenStandardOutput();
    long claims = new InterchangeMaker(seed: 17).Write(output, long.Parse(bytes, CultureInfo.InvariantCulture));
    Console.Error.WriteLine($"{claims} claims");
    return 0;
}

if (args is ["--load", string rows])
{
    new PackFileBench(int.Parse(rows, CultureInfo.InvariantCulture)).Run();
    return 0;
}

string[] known = ["--quick", "--acceptance", "--reading", "--claims"];
if (args.Except(known).FirstOrDefault() is string unknown)
{
    Console.Error.WriteLine($"'{unknown}' is no option of the bench. Options are {string.Join(", ", known)}, or --interchange BYTES or --load PAIRS alone; without any, all is measured and bench/RESULTS.md written.");
    return 2;
}

bool quick = args.Contains("--quick");
ResultsPage page = new(quick);
if (args.Contains("--claims"))
{
    new ReaderBench(page, quick).Run();
    return 0;
}

World world = new(seed: 7, pairs: quick ? 100_000 : 2_000_000);
if (args.Contains("--reading"))
{
    new GrowthBench(world, page, quick).ReadPack();
    return 0;
}

bool agrees = new AcceptanceBench(world, page, quick).Run();
if (!args.Contains("--acceptance"))
{
    new GrowthBench(world, page, quick).Run();
    new ReaderBench(page, quick).Run();
    page.Write();
}

return agrees ? 0 : 1;
