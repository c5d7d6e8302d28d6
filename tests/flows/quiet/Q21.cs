// flow: 21 StringBuilder
// why quiet: the prompt is about nobody
// sink: third-party
// depth: 1
// expected: quiet
namespace Zorg.Q21;

using System.Text;
using Microsoft.Extensions.AI;

public class Ward
{
    public int Beds { get; set; }

    public int Occupied { get; set; }
}

public class Summaries(IChatClient chat)
{
    public async Task<string> SummariseAsync(Ward ward)
    {
        var prompt = Prompt(ward);
        var answer = await chat.GetResponseAsync(prompt);
        return answer.Text;
    }

    private static string Prompt(Ward ward)
    {
        var text = new StringBuilder("Write one line about a ward.").AppendLine();
        text.Append("Beds: ").Append(ward.Beds).AppendLine();
        text.Append("Occupied: ").Append(ward.Occupied).AppendLine();
        return text.ToString();
    }
}
