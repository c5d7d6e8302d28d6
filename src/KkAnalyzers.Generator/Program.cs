using KkAnalyzers.Catalog;
using KkAnalyzers.Generator;

// Writes what must agree with the catalogue. `--check` writes nothing and fails when something would change.
var root = Output.FindRoot(Environment.CurrentDirectory);
if (root is null)
{
    Console.Error.WriteLine("KkAnalyzers.sln was not found here or above.");
    return 2;
}

switch (args)
{
    case []:
    case ["--check"]:
        var problems = Validation.Problems(Catalogue.Instance).ToArray();
        foreach (var problem in problems)
        {
            Console.Error.WriteLine($"catalogue: {problem}");
        }

        if (problems.Length > 0)
        {
            return 1;
        }

        var drift = Output.All(Catalogue.Instance, root).Where(o => o.Differs(root)).ToArray();
        foreach (var output in drift)
        {
            Console.WriteLine(args.Length > 0 ? $"out of date: {output.Path}" : $"written: {output.Path}");
            if (args.Length == 0)
            {
                output.Write(root);
            }
        }

        if (args.Length > 0 && drift.Length > 0)
        {
            Console.Error.WriteLine("Run `dotnet run --project src/KkAnalyzers.Generator` and commit what it writes.");
            return 1;
        }

        return 0;

    case ["new", var id]:
        return NewRule.Create(root, id);

    default:
        Console.Error.WriteLine("usage: dotnet run --project src/KkAnalyzers.Generator [-- --check | -- new KKnnnn]");
        return 2;
}
