// flow: 21 StringBuilder
// leaks: diagnosis and medication of a patient, to a language model
// sink: third-party
// depth: 1
// expected: leak
namespace Zorg.F21;

using System.Text;
using Microsoft.Extensions.AI;

public class Patient
{
    public string Diagnosis { get; set; } = "";

    public List<string> Medications { get; } = [];
}

public class Summaries(IChatClient chat)
{
    public async Task<string> SummariseAsync(Patient patient)
    {
        var prompt = Prompt(patient); // step
        var answer = await chat.GetResponseAsync(prompt); // sink
        return answer.Text;
    }

    private static string Prompt(Patient patient)
    {
        var text = new StringBuilder("Summarise for the family.").AppendLine();
        text.Append("Diagnosis: ").AppendLine(patient.Diagnosis); // source
        foreach (var medication in patient.Medications)
        {
            text.Append("- ").AppendLine(medication); // source
        }

        return text.ToString(); // step
    }
}
