using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using ZorgApp.Web.Data;

namespace ZorgApp.Web.Pages.Clients;

public class RegisterModel(CareContext care) : PageModel
{
    [BindProperty]
    public Client Client { get; set; } = new();

    public void OnGet()
    {
    }

    public async Task<IActionResult> OnPostAsync()
    {
        care.Clients.Add(Client);
        await care.SaveChangesAsync();
        return RedirectToPage("/Index");
    }
}
