using System.Globalization;
using System.Text;

namespace KkAnalyzers.Build;

/// <summary>The child process: <c>dotnet exec KkAnalyzers.Build.dll command @file</c>. No MSBuild assembly is loaded here.</summary>
internal static class Program
{
    private static int Main(string[] args)
    {
        if (args is not [var command, ['@', .. var file]])
        {
            Console.Error.WriteLine("KkAnalyzers.Build is started by the build. Usage: command @file");
            return 2;
        }

        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var arguments = new Arguments().Read(file);
        if (arguments.Optional("culture") is { } culture)
        {
            CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
        }

        var output = new CanonicalOutput();
        Commands.Run(command, arguments, output);
        return output.HasErrors ? 1 : 0;
    }

    /// <summary>MSBuild's canonical lines: <c>file(line,column): warning KK9003: text</c>.</summary>
    private sealed class CanonicalOutput : IOutput
    {
        public bool HasErrors { get; private set; }

        public void Line(string text) => Console.Out.WriteLine(text);

        public void Report(bool isError, string code, string? file, int line, int column, string text)
        {
            HasErrors |= isError;
            var place = (file, line, column) switch
            {
                (null, _, _) => "KkAnalyzers",
                (_, 0, _) => file,
                (_, _, 0) => string.Create(CultureInfo.InvariantCulture, $"{file}({line})"),
                _ => string.Create(CultureInfo.InvariantCulture, $"{file}({line},{column})"),
            };

            // One line per message, or MSBuild would take the rest for ordinary output.
            Console.Out.WriteLine($"{place}: {(isError ? "error" : "warning")} {code}: {text.ReplaceLineEndings(" ")}");
        }
    }
}
