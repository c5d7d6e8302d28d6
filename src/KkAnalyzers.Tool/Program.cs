using System.Text;
using KkAnalyzers.Tool;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return KkTool.Run(args, Terminal.System());
