// What was typed can be looked at before it is sent.
document.getElementById('password-shown').addEventListener('change', (event) => {
  for (const field of ['password-old', 'password-fresh', 'password-again']) {
    document.getElementById(field).type = event.target.checked ? 'text' : 'password';
  }
});
