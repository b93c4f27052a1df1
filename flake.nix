{
  description = "CraftLocal: the open marketplace server that AI assistants can buy from and sell through";

  inputs.nixpkgs.url = "github:NixOS/nixpkgs/nixos-unstable";

  outputs = { nixpkgs, ... }:
    let
      systems = [ "x86_64-linux" "aarch64-linux" "aarch64-darwin" "x86_64-darwin" ];
      each = f: nixpkgs.lib.genAttrs systems (system: f nixpkgs.legacyPackages.${system});
    in
    {
      # `nix develop`: Node, and the servers that the tests talk to.
      devShells = each (pkgs: {
        default = pkgs.mkShell {
          packages = [ pkgs.nodejs_24 pkgs.postgresql pkgs.redis ]
            ++ pkgs.lib.optionals pkgs.stdenv.isLinux [ pkgs.chromium ];
        };
      });

      # `nix run`: the demo marketplace out of a checkout, in the folder one stands in.
      apps = each (pkgs: {
        default = {
          type = "app";
          program = toString (pkgs.writeShellScript "craftlocal" ''
            export PATH=${pkgs.nodejs_24}/bin:$PATH
            exec npm start
          '');
        };
      });
    };
}
